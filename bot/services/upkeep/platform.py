"""What WeCom changed is put down, as it is told or noticed, and once a month asked about until somebody has decided: to
use it, to try it, to leave it (S309, S310)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from bot.domain.dates import day_seen
from bot.domain.rights import PLATFORM_WATCHERS
from bot.domain.upkeep.platform import LONGEST, PREFIX, Change, Decision, Noticed, changes
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Select, Text, ToPerson
from bot.shapes.ports import Sources
from bot.shapes.replies import Reply, outcome
from bot.shapes.store import Store

JOB: Final = "platform-watch"
TOPIC: Final = "platform"
TITLE: Final = "企业微信的变化"
WHICH: Final = "which"
ALL: Final = "all"
MOST: Final = 10  # of one card
NOT_YOURS: Final = "企业微信的变化由企业微信管理员和技术开发来定。"
KEYS: Final = {"adopt": Decision.ADOPT, "try": Decision.TRY, "ignore": Decision.IGNORE}
READ_IT: Final = "也请看一眼企业微信的更新日志，有要用的发 /平台变化 内容。"
MONTH: Final = timedelta(days=31)


async def look(sources: Sources, store: Store) -> Noticed | None:
    return await sources.platform.look() if sources.platform else None


async def note(ctx: JobContext, noticed: Noticed | None) -> None:
    """Put down what is another way than at the last look; whoever decides hears of it in the monthly card."""
    if noticed is None:
        return
    store = ctx.store.platform_changes
    for text in changes(await store.facts(), noticed):
        number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
        await store.add(Change(number, text, ctx.now), by=ctx.act)
    await store.keep(noticed.facts(), at=ctx.now)


async def add(ctx: Context, text: str) -> Reply:
    """Raises UserError."""
    if len(text) > LONGEST:
        raise UserError(Code.LIMIT, f"内容有 {len(text)} 个字，最多写 {LONGEST} 个，请写短一些。")
    open_ones = await ctx.store.platform_changes.undecided(ctx.now)
    if same := next((each for each in open_ones if each.text == text), None):
        raise UserError(Code.DUPLICATE, f"已经记过：{same.number}，还没有定。发 /平台变化 看全部。")
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    change = Change(number, text, ctx.now, by=ctx.sender.user_id)
    await ctx.store.platform_changes.add(change, by=ctx.act)
    return Reply(await _card(ctx, ctx.sender.user_id, [change], ""), private=True)


async def listed(ctx: Context) -> Reply:
    """What nobody has decided on, and what was decided lately."""
    lately = _lately(ctx, await ctx.store.platform_changes.decided(ctx.now.date() - MONTH, ctx.now))
    waiting = await ctx.store.platform_changes.undecided(ctx.now)
    if not waiting:
        return Reply(f"没有等着定的变化。{lately or '看到企业微信有更新，发 /平台变化 内容。'}", private=True)
    return Reply(await _card(ctx, ctx.sender.user_id, waiting, lately), private=True)


async def decide(ctx: Context, number: str, decision: Decision, remark: str, *, anew: bool = True) -> str:
    """`anew`: also what was decided before. Raises UserError."""
    change = await ctx.store.platform_changes.get(number, ctx.now)
    if change is None:
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的变化。发 /平台变化 看全部。")
    if change.decision and not anew:
        known = (
            f"{ctx.company.name_of(change.decided_by)}定的{change.decision}" if change.decided_by else change.decision
        )
        raise UserError(Code.BAD_STATE, f"{number} 已经定过了：{known}。要改就发 /平台变化 {number} {decision}。")
    if len(remark) > LONGEST:
        raise UserError(Code.LIMIT, f"备注有 {len(remark)} 个字，最多写 {LONGEST} 个，请写短一些。")
    await ctx.store.platform_changes.decide(number, decision, remark, by=ctx.act)
    return f"{number} {decision}：{shown(change.text, 60)}。"


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    if ctx.sender.user_id not in ctx.company.in_office(*PLATFORM_WATCHERS):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    decision = KEYS.get(press.key)
    number = next(iter(press.selected.get(WHICH, ())), subject)
    if decision is None or number == ALL:
        raise UserError(Code.MISSING_ARG, "请先选是哪一条，再按按钮。", missing=("id",))
    words = await decide(ctx, number, decision, "", anew=False)
    rest = await ctx.store.platform_changes.undecided(ctx.now)
    if subject == ALL and rest:
        return Reply(await _card(ctx, ctx.sender.user_id, rest, words))
    return outcome(TITLE, words)


async def ask(ctx: JobContext) -> None:
    """Once a month, also where nothing was noticed: the official list of changes no program reads."""
    waiting = await ctx.store.platform_changes.undecided(ctx.now)
    lately = _lately(ctx, await ctx.store.platform_changes.decided(ctx.slot.date() - MONTH, ctx.now))
    for user in dict.fromkeys(ctx.company.in_office(*sorted(PLATFORM_WATCHERS))):
        if waiting:
            ctx.tell(ToPerson(user), await _card(ctx, user, waiting, f"{lately}{READ_IT}"))
        else:
            ctx.tell(ToPerson(user), Text(f"这个月没有等着定的企业微信变化。{lately}{READ_IT}"))


def _lately(desk: Desk, decided: Sequence[Change]) -> str:
    if not decided:
        return ""
    parts = [f"{decision} {count} 条" for decision in Decision if (count := _count(decided, decision))]
    return f"最近一个月定了：{'，'.join(parts)}。"


def _count(decided: Sequence[Change], decision: Decision) -> int:
    return sum(each.decision is decision for each in decided)


async def _card(desk: Desk, user: UserId, waiting: Sequence[Change], after: str) -> Card:
    first = waiting[:MOST]
    rows = [f"· {each.number} {_found(each, desk)}：{shown(each.text, 60)}" for each in first]
    more = [f"还有 {len(waiting) - MOST} 条，定了这些再看。"] if len(waiting) > MOST else []
    words = "\n".join(filter(None, [*rows, *more, after]))
    one = len(first) == 1
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=first[0].number if one else ALL, holder=user)
    options = {each.number: each.number for each in first}
    return Card(
        title=TITLE,
        desc=words,
        plain=f"{TITLE}\n{words}\n定下来请回「/平台变化 编号 采用」，或者试试、不理会。",
        select=None if one else Select(WHICH, "哪一条", options, selected=first[0].number),
        buttons=tuple(Button(said, key, style) for (key, said), style in zip(KEYS.items(), (1, 1, 3), strict=True)),
        task_id=task_id,
    )


def _found(change: Change, desk: Desk) -> str:
    day: date = change.found_at.date()
    who = desk.company.name_of(change.by) if change.by else "我发现"
    return f"{day_seen(day, desk.now.date())} {who}"
