"""Somebody's record: his own, or for those entitled another's, each look written down and shown to whom it is about."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from bot.domain.data_views import What
from bot.domain.dates import clock_time, day_seen
from bot.domain.moderation.cases.case import MADE, Case
from bot.domain.moderation.cases.measures import Doing, Effect, Measure
from bot.domain.moderation.cases.sight import seen_by
from bot.domain.moderation.history import PastState
from bot.domain.people import Person
from bot.domain.wording import shown
from bot.services.moderation.accounts import said_of as said_of_account
from bot.services.moderation.accounts import way_of
from bot.services.moderation.appeals.wording import how_it_ended
from bot.services.moderation.removing import as_it_is
from bot.services.moderation.reprimanding import posted_as_it_is
from bot.services.moderation.wording import name_of_group, said_of
from bot.services.privacy.viewing import note_view
from bot.shapes.context import Context

MOST: Final = 10
NOTHING_OWN: Final = "你没有违规记录。"


async def record_of(ctx: Context, person: Person) -> str:
    """The newest first, with what really happened of each."""
    own = person.user_id == ctx.sender.user_id
    cases = await ctx.store.cases.of(person.user_id, ctx.now)
    told = [each for each in cases if each.state is not PastState.PROPOSED]
    seen = list(reversed([each for each in told if own or seen_by(ctx.sender, each, ctx.company)]))
    await note_view(ctx, person.user_id, What.CASES)
    whose = "你" if own else f"{ctx.company.told_apart(person)}{'' if person.active else '（已离职）'}"
    if not seen:
        return NOTHING_OWN if own else f"{whose} 没有你能看的违规记录。这次查看已记下。"
    head = f"{whose}有 {len(seen)} 条违规记录"
    head += f"，最近 {MOST} 条：" if len(seen) > MOST else "："
    lines = [await _told(ctx, each, own=own) for each in seen[:MOST]]
    noted = f"这次查看已记下{'，本人可以看到' if person.active else ''}。"
    return "\n".join([head, *lines, "" if own else noted]).strip()


async def _told(ctx: Context, case: Case, *, own: bool) -> str:
    reason = await ctx.store.cases.reason(case.number)
    why = "（原因打不开）" if reason is None else shown(reason, 60)
    head = f"{case.number} {day_seen(case.confirmed_at.date(), ctx.now.date())} {name_of_group(case, ctx.company)}"
    what = f"{MADE[case.kind]}「{case.about.name}」第 {case.count} 次，原因：{why}"
    parts = [f"· {head} {what}，处理人：{ctx.company.name_of(case.actor)}；{case.state}"]
    taken = await ctx.store.measures.of(case.number, ctx.now)
    measures = [await as_it_is(ctx, await posted_as_it_is(ctx, each)) for each in taken]
    parts += list(happened(ctx, measures))
    if way := await way_of(ctx, case.number):
        parts.append(f"报告危险的另一个办法：{shown(way, 60)}")
    parts += [f"证据：{said_of(each, ctx.company, ctx.now)}" for each in await ctx.store.cases.evidence(case.number)]
    appeal = await ctx.store.appeals.get(case.number, ctx.now)
    if appeal:
        parts.append(f"申诉：{how_it_ended(appeal, ctx.company) if appeal.ruling else '等答复。'}")
    elif own and case.stands and ctx.now < case.appeal_until:
        last = day_seen((case.appeal_until - timedelta(days=1)).date(), ctx.now.date())
        parts.append(f"不同意，{last}前（含当天）发 /申诉 {case.number} 理由。")
    return "\n".join(parts)


def happened(ctx: Context, measures: Sequence[Measure]) -> Iterator[str]:
    """Asked for, done by the bot, done by a human, could not be done: each says what it really was."""
    for each in measures:
        by = f"（{ctx.company.name_of(each.by)}）" if each.by else ""
        effect = "还没发" if each.doing is Doing.POST and each.waits else said_of_account(each)
        yield f"{each.doing}：{effect}{by}{_until(ctx, each)}"


def _until(ctx: Context, measure: Measure) -> str:
    if measure.doing is not Doing.RESTRICT or measure.effect is not Effect.BY_BOT:
        return ""
    if measure.ended_at:
        return f"，{clock_time(measure.ended_at, ctx.now)} 结束"
    return f"，到 {clock_time(measure.until, ctx.now)}" if measure.until else ""
