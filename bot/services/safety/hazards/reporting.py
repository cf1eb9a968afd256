"""A hazard is reported, or comes of an inspection or an accident: entered at once, looked at by the officers after."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.domain.safety.areas import area_of
from bot.domain.safety.hazards import moves
from bot.domain.safety.hazards.hazard import LOOK_BACK, PREFIX, Hazard, HazardFacts, Plan, Reporter, Side, StepKind
from bot.domain.safety.hazards.likeness import like
from bot.domain.safety.hazards.rights import officers
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import ChatId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.hazards import wording
from bot.services.safety.hazards.clock import wind
from bot.services.safety.hazards.drafts import add_waiting
from bot.services.safety.hazards.telling import TOPIC, act_on, ask_officers, ask_owner, find, keep
from bot.shapes.context import Context
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply

COMMAND: Final = "隐患"
TWICE_WITHIN: Final = timedelta(minutes=10)  # the same words again are the same report
MOST_AN_HOUR: Final = 20  # reports of one person; what is added to one hazard


async def report(ctx: Context, facts: HazardFacts) -> Reply:
    """Its receipt. Raises UserError for too many at once."""
    user = ctx.sender.user_id
    await ctx.store.hazards.decide_alone()
    lately = await ctx.store.hazards.reported_by(user, since=ctx.now - timedelta(hours=1))
    if known := _same_report(ctx, facts, lately):
        return Reply(f"这条刚刚已经登记了，是 {known.number}，不用再发一次。")
    if len(lately) >= MOST_AN_HOUR and user not in officers(ctx.company):
        raise UserError(
            Code.LIMIT, f"一小时内已经报了 {len(lately)} 条，这条没有登记。多的话请直接打电话告诉安全管理员。"
        )
    hazard = await open_hazard(ctx, facts, reporter=user, chat=ctx.chat.id)
    if facts.hidden:  # his message, as it came in, has his name on it
        await ctx.store.private_words.note(ctx.act.cause, user, ctx.now)
    pictures = await add_waiting(ctx, hazard, Side.BEFORE)
    return Reply(_in_group(hazard, pictures)) if ctx.chat.is_group else Reply(await _receipt(ctx, hazard, pictures))


async def open_hazard(
    desk: Desk,
    facts: HazardFacts,
    *,
    source: str = "",
    reporter: UserId | None = None,
    chat: ChatId | None = None,
    plan: Plan | None = None,
) -> Hazard:
    """A new one. `source`: the number of the inspection (JC-…) or accident (SG-…) that it comes of.

    With the owner in `plan` it is given to him at once, as a general one; else the officers are asked to look at it.
    """
    number = await desk.store.numbers.next(PREFIX, desk.now.date())
    hazard = Hazard(
        number,
        facts,
        desk.now,
        source=source,
        area=area_of(facts.place, desk.company, None if facts.hidden else reporter).name,
        chat=chat,
        resembles=_number(like(facts, _others(await desk.store.hazards.open_ones(), source))),
        recurs=_number(like(facts, await desk.store.hazards.closed_since(desk.now - LOOK_BACK))),
    )
    told = [Reporter(reporter, facts.hidden, desk.now)] if reporter else []
    await desk.store.hazards.add(hazard, told, by=desk.act)
    await wind(desk, hazard)
    if plan and plan.owner:
        given = moves.assigned(hazard, plan, desk.now)
        await keep(desk, hazard, given, StepKind.ASSIGNED, plan.measure)
        await ask_owner(desk, given)
        return given
    await ask_officers(desk, hazard)
    return hazard


async def add_words(ctx: Context, number: str, text: str) -> Reply:
    """More about one that is known: by whoever knows something. Raises UserError."""
    hazard = await find(ctx, number)
    if not hazard.is_open:
        raise moves.bad_state(f"{number} {hazard.state}，不能再补充。又出现了就重新报一次。")
    since = ctx.now - timedelta(hours=1)
    lately = [each for each in await ctx.store.hazards.steps(number) if each.kind is StepKind.ADDED and each.at > since]
    if len(lately) >= MOST_AN_HOUR:
        sentence = f"{number} 一小时内已经补充了 {len(lately)} 次，这次没有记。要紧的请直接打电话告诉安全管理员。"
        raise UserError(Code.LIMIT, sentence)
    await ctx.store.hazards.note(number, StepKind.ADDED, text, by=await act_on(ctx, number, StepKind.ADDED))
    words = f"{number}（{wording.what(hazard)}）有补充：{shown(text, wording.WORDS)}"
    for user in dict.fromkeys([*officers(ctx.company), *filter(None, [hazard.plan.owner])]):
        if user != ctx.sender.user_id and ctx.company.is_here(user):
            ctx.tell(ToPerson(user), Text(words))
    return Reply(f"已补充到 {number}。")


def _same_report(ctx: Context, facts: HazardFacts, lately: Sequence[Hazard]) -> Hazard | None:
    since = ctx.now - TWICE_WITHIN
    return next((each for each in lately if each.facts == facts and each.is_open and each.reported_at > since), None)


def _in_group(hazard: Hazard, pictures: int) -> str:
    hidden = "群里说的大家都看得到，要匿名请私聊我。" if hazard.facts.hidden else ""
    return f"已登记 {hazard.number}，已转安全管理员。{_of_pictures(pictures, '有照片私聊发我。')}{hidden}"


async def _receipt(ctx: Context, hazard: Hazard, pictures: int) -> Card:
    """What was understood, what comes now, and what its reporter can do at once."""
    title = f"已登记 {hazard.number}"
    alike = f"{hazard.resembles} 好像也是它，是同一个吗？" if hazard.resembles else ""
    photos = _of_pictures(pictures, "有照片直接发我。")
    hidden = "不会写你的名字，进展照样告诉你。" if hazard.facts.hidden else "每一步都会告诉你。"
    said = f"{wording.what(hazard)}（{hazard.facts.kind}）。已转安全管理员，{hidden}{photos}{alike}"
    same = (Button("是同一个", wording.JOIN), Button("不是", wording.APART, style=4)) if alike else ()
    hurt = Button("有人受伤，点这里", wording.HURT, style=2)  # the accident has his name on it
    spot = () if hazard.facts.hidden else (hurt, Button("当场整改好了", wording.SPOT, style=4))
    return Card(
        title=title,
        desc=said,
        plain=f"{title}：{said}{f'是同一个就发「/合并隐患 {hazard.number} {hazard.resembles}」。' if alike else ''}",
        buttons=(*same, *spot, Button("撤回", wording.BACK, style=3)),
        task_id=await ctx.store.cards.issue(topic=TOPIC, subject=hazard.number, holder=ctx.sender.user_id),
    )


def _others(hazards: Sequence[Hazard], source: str) -> Sequence[Hazard]:
    """What one inspection finds at one place of one kind are several things."""
    return [each for each in hazards if not source or each.source != source]


def _number(hazard: Hazard | None) -> str:
    return hazard.number if hazard else ""


def _of_pictures(pictures: int, wanted: str) -> str:
    return f"{pictures} 张照片已放进去。" if pictures else wanted
