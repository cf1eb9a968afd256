"""Whether the account itself is switched off is for human resources: they are asked by card, and do it in the console.

Only with another way to report dangers on record, which whoever it is about reads before (安全生产法 art. 54); work and
pay go on. When the suspension is over they are asked to switch it on again.
"""

from dataclasses import replace
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.moderation.cases.case import Case, Noted
from bot.domain.moderation.cases.measures import Doing, Effect, Measure, task
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.moderation.clock import answer_in_time
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "suspended-account"
COMMAND: Final = "报告渠道"
WAY, DONE, NOT = "way", "done", "not"
WANTED: Final = "账号停了以后，对方用什么办法报告危险？例如：打安全管理员陈安的电话 8012。"
FIRST: Final = "还没有登记报告危险的另一个办法，账号先别停。"
_GIVEN: Final = 100
_CORRECTED: Final = {
    Effect.REQUESTED: "等本人",
    Effect.BY_HUMAN: "本人说已改正",
    Effect.IMPOSSIBLE: "不用改了",
}
_LEARNT: Final = {Effect.REQUESTED: "等本人", Effect.BY_HUMAN: "本人学完了", Effect.IMPOSSIBLE: "不用学了"}
_WHAT: Final = {Doing.ACCOUNT: "企业微信账号停用", Doing.ACCOUNT_BACK: "企业微信账号启用"}


async def ask(desk: Desk, case: Case) -> None:
    """Nobody is pressed for an answer: without one the account stays as it is."""
    asked = Measure(case.number, Doing.ACCOUNT, case.target, None, Effect.REQUESTED, desk.now, case.until)
    await _hand(desk, await desk.store.measures.add(asked, by=desk.act))


async def ask_back(desk: Desk, case: Case) -> None:
    asked = await desk.store.measures.add(
        task(case.number, Doing.ACCOUNT_BACK, case.target, None, desk.now), by=desk.act
    )
    await _hand(desk, asked)
    await answer_in_time(desk, asked)


async def remind(desk: Desk, asked: Measure) -> None:
    if asked.doing is Doing.ACCOUNT_BACK:
        await _hand(desk, asked)


def doers(desk: Desk, target: UserId) -> tuple[UserId, ...]:
    return tuple(user for user in desk.company.in_office(Role.HR) if user != target)


async def _hand(desk: Desk, asked: Measure) -> None:
    card = await _card(desk, asked)
    for user in doers(desk, asked.target):
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=str(asked.id), holder=user)
        desk.tell(ToPerson(user), replace(card, task_id=task_id))


async def _card(desk: Desk, asked: Measure) -> Card:
    name = desk.company.name_of(asked.target)
    if asked.doing is Doing.ACCOUNT_BACK:
        title, desc = f"请启用{name}的企业微信账号", f"{asked.case} 的停用结束了。在管理后台启用账号，办好了按一下。"
        return Card(
            title, f"{title}：{desc}", desc=desc, buttons=(Button("已启用", DONE), Button("做不到", NOT, style=3))
        )
    until = f"到 {clock_time(asked.until, desk.now)}" if asked.until else ""
    title = f"{name}的企业微信账号停不停？"
    head = f"{asked.case} 机器人这边的权限已停用{until}。账号由人力资源定，我停不了，也不影响上班和发工资。"
    if way := await way_of(desk, asked.case):
        desc = f"{head}报告危险的办法：{shown(way, _GIVEN)}。要停，在管理后台停好了按一下。"
        buttons = (Button("账号已停", DONE), Button("不停账号", NOT, style=3))
    else:
        desc = f"{head}账号一停，对方在企业微信里报不了危险，所以先登记另一个办法。"
        buttons = (Button("登记办法", WAY), Button("不停账号", NOT, style=3))
    return Card(title, f"{title}{desc}要停，先发「/{COMMAND} {asked.case} 办法」。", desc=desc, buttons=buttons)


async def way_of(desk: Desk, number: str) -> str:
    """To report dangers while the account is off; empty: none is on record."""
    found = [each.text for each in await desk.store.cases.notes(number) if each.kind is Noted.WAY]
    return found[-1] if found else ""


async def note_way(ctx: Context, number: str, way: str) -> Card:
    """Kept, told to whom it is for, and only then the account may be switched off. Raises UserError."""
    asked = await _open(ctx, number)
    await ctx.store.cases.note(number, Noted.WAY, way, by=ctx.act)
    words = (
        f"{number}：你的企业微信账号可能停用，不影响上班和发工资。"
        f"停用期间有危险，这样报告：{shown(way, _GIVEN)}。请先记下来。"
    )
    if ctx.company.is_here(asked.target):
        ctx.tell(ToPerson(asked.target), Text(words))
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=str(asked.id), holder=ctx.sender.user_id)
    return replace(await _card(ctx, asked), task_id=task_id)


async def _open(ctx: Context, number: str) -> Measure:
    found = [each for each in await ctx.store.measures.of(number, ctx.now) if each.doing is Doing.ACCOUNT]
    if not found or ctx.sender.user_id not in doers(ctx, found[-1].target):
        raise UserError(Code.NOT_FOUND, f"没有编号 {number}、等你定的停用账号，什么都没有改动。", private=True)
    if found[-1].ended_at or found[-1].effect is Effect.IMPOSSIBLE:
        raise UserError(Code.BAD_STATE, f"{number} 的账号不停了，不用登记。")
    return found[-1]


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    asked = await ctx.store.measures.get(int(subject), ctx.now)
    if asked is None or press.key not in (WAY, DONE, NOT):
        raise unknown_button()
    if ctx.sender.user_id not in doers(ctx, asked.target):
        raise UserError(Code.NO_PERMISSION, "这件事由人力资源定，没有改动。", private=True)
    title = f"{asked.case} {ctx.company.name_of(asked.target)}的{_WHAT[asked.doing]}"
    if not asked.waits:
        return outcome(title, f"这件事已经有结果：{said_of(asked)}。")
    if press.key == WAY:
        return await _ask_way(ctx, asked, title)
    return await _answer(ctx, asked, title, done=press.key == DONE)


async def _ask_way(ctx: Context, asked: Measure, title: str) -> Reply:
    await listen(ctx, f"/{COMMAND} {asked.case}", WANTED, action=COMMAND)
    return outcome(title, f"{WANTED}直接回复就行，我会私聊告诉本人。")


async def _answer(ctx: Context, asked: Measure, title: str, *, done: bool) -> Reply:
    if done and asked.doing is Doing.ACCOUNT and not await way_of(ctx, asked.case):
        raise UserError(Code.BAD_STATE, f"{FIRST}先发 /{COMMAND} {asked.case} 办法。")
    after = asked.answered(ctx.sender.user_id, ctx.now, done=done)
    if not await ctx.store.measures.save(after, was=Effect.REQUESTED, by=ctx.act):
        return outcome(title, "这件事刚才已经有结果了。")
    await ctx.store.cases.note(asked.case, Noted.DONE if done else Noted.CANNOT, asked.doing, by=ctx.act)
    case = await ctx.store.cases.get(asked.case, ctx.now)
    if case and case.actor != ctx.sender.user_id and ctx.company.is_here(case.actor):
        who = ctx.company.name_of(ctx.sender.user_id)
        ctx.tell(ToPerson(case.actor), Text(f"{title}：{said_of(after)}（{who}）。"))
    return outcome(title, f"已记下：{said_of(after)}。")


def said_of(measure: Measure) -> str:
    """What became of it: human resources may leave an account as it is, and nothing went wrong then."""
    if measure.doing is Doing.ACCOUNT and measure.waits:
        return "等人力资源定"
    if measure.doing is Doing.ACCOUNT and measure.effect is Effect.IMPOSSIBLE:
        return "没有停"
    if measure.doing is Doing.CORRECT:
        return _CORRECTED[measure.effect]
    if measure.doing is Doing.LEARN:
        return _LEARNT[measure.effect]
    return str(measure.effect)
