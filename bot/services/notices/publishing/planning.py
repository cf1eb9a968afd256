"""When a notice is posted: the timer of its next time, and what happens when it rings.

The time stands with the notice (`next_at`), the timer only wakes: one that is older than the last change finds nothing
to do. Without an approval of the draft as it stands nothing is posted (D14篇1§7).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.calendar.quiet import after_quiet
from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.moderation.history import PastState
from bot.domain.notices.notice import Draft, Notice, NoticeState, OfCase
from bot.domain.notices.recurring import Occurrence, next_occurrence
from bot.domain.rights import Role
from bot.domain.timers import Timer
from bot.errors import Overtaken
from bot.services.approvals.kinds import Desk
from bot.services.notices.publishing.posting import post
from bot.services.notices.wording import headline
from bot.services.timers import set_timers
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToPerson

JOB: Final = "notice-plan"
LATE: Final = timedelta(hours=1)  # what is later than that was held up, and asks for the time of day anew


async def keep(desk: Desk, notice: Notice, *, was: Notice, change: str) -> Notice:
    """As it is saved. Raises Overtaken where somebody was quicker."""
    if not await desk.store.notices.save(notice, was=was, change=change, by=desk.act):
        raise Overtaken(f"{was.number} was changed meanwhile")
    return replace(notice, revision=was.revision + 1)


async def plan(desk: Desk, notice: Notice, *, was: Notice, change: str, may_wait: bool) -> Notice:
    """It is let pass: from now on it waits for its time. `may_wait`: nobody chose this very moment, so what isn't
    urgent goes out when people are at work. What has no time left is over."""
    due = next_time(notice.draft, desk, may_wait=may_wait)
    if due is None:
        return await keep(desk, replace(notice, state=NoticeState.ARCHIVED, next_at=None), was=was, change="archived")
    after = replace(notice, state=NoticeState.SCHEDULED, next_at=due)
    return await wind(desk, await keep(desk, after, was=was, change=change))


async def wind(desk: Desk, notice: Notice) -> Notice:
    """Set the timer of a planned notice. Those before are left to ring, and find that it isn't time."""
    if notice.next_at:
        await set_timers(desk, JOB, notice.number, {f"r{notice.revision}": notice.next_at})
    return notice


def next_time(draft: Draft, desk: Desk, *, may_wait: bool) -> datetime | None:
    """None: it has ended, or there is no such day any more."""
    if draft.recurrence:
        found = upcoming(draft, desk, desk.now)
        return found.at if found else None
    if draft.expires_at and draft.expires_at <= desk.now:
        return None
    if draft.at and draft.at > desk.now:
        return draft.at
    waits = may_wait and not draft.urgent
    return after_quiet(desk.now, desk.company.pace.calendar) if waits else desk.now


def upcoming(draft: Draft, desk: Desk, after: datetime) -> Occurrence | None:
    """The next time of one that comes again."""
    calendar = desk.company.pace.calendar
    return next_occurrence(draft.recurrence, draft.on_holiday, after, calendar, before=draft.expires_at)


async def ring_one(ctx: JobContext, number: str, _: Sequence[Timer]) -> None:
    """Post it, if it is due as it stands; however many times it has missed, once."""
    notice = await ctx.store.notices.get(number)
    if notice is None or notice.state is not NoticeState.SCHEDULED or not notice.next_at or notice.next_at > ctx.now:
        return
    if not notice.draft.urgent and await ctx.store.pushes.paused():
        return  # whoever lets pushes go on looks at all that fell due meanwhile
    if not notice.is_approved:
        await _refuse(ctx, notice)
        return
    if nobody_answers_for(notice, ctx.company):
        await _stop(ctx, notice)
        return
    if notice.draft.of_case and not await _still_stands(ctx, notice, notice.draft.of_case):
        return
    if again := _held_up_to(ctx, notice, notice.next_at):
        await set_timers(ctx, JOB, notice.number, {f"r{notice.revision}:{again.isoformat()}": again})
        return
    posted = await post(ctx, notice, notice.next_at)
    if posted.recurs:
        await plan(ctx, posted, was=posted, change="planned", may_wait=True)


async def _still_stands(ctx: JobContext, notice: Notice, of_case: OfCase) -> bool:
    """Nothing is posted of a violation that is appealed against or doesn't count any more."""
    case = await ctx.store.cases.get(of_case.number, ctx.now)
    if case and case.state is PastState.CONFIRMED:
        return True
    waits = case is not None and case.state is PastState.APPEALED
    state, change = (NoticeState.PAUSED, "paused") if waits else (NoticeState.CANCELLED, "cancelled")
    await keep(ctx, replace(notice, state=state, next_at=None), was=notice, change=change)
    how = "有了结果再说" if waits else "不用再发"
    words = f"{notice.number} 到时间没有发：{of_case.number} {case.state if case else '已经不在'}，{how}。"
    ctx.tell(ToPerson(notice.author), Text(words))
    return False


def _held_up_to(ctx: JobContext, notice: Notice, due: datetime) -> datetime | None:
    """Nobody was there when it was due, and now people are at rest: until when it waits. What it was due for stays as
    it is, so that nobody takes the time it waits for as one that another calendar would move."""
    if notice.draft.urgent or ctx.now - due < LATE:
        return None
    later = after_quiet(ctx.now, ctx.company.pace.calendar)
    return later if later > ctx.now else None


async def _refuse(ctx: JobContext, notice: Notice) -> None:
    await keep(ctx, replace(notice, state=NoticeState.DRAFT, next_at=None), was=notice, change="refused")
    words = f"{notice.number} 到时间了，但改过以后没有重新审核，所以没有发。发 /我的公告 {notice.number} 重新送审。"
    ctx.tell(ToPerson(notice.author), Text(words))


def nobody_answers_for(notice: Notice, company: Company) -> bool:
    """Neither its author nor anybody who let it pass is with the company any more."""
    known = (notice.author, *(notice.approval.by if notice.approval else ()))
    return not any(map(company.is_here, known))


async def _stop(ctx: JobContext, notice: Notice) -> None:
    """Those hear of it who may do something about it."""
    state = NoticeState.PAUSED if notice.recurs else NoticeState.CANCELLED
    await keep(ctx, replace(notice, state=state, next_at=None), was=notice, change="orphaned")
    groups = [group for each in notice.draft.audience.groups if (group := ctx.company.group(each))]
    keepers = {user for group in groups for user in group.keepers if ctx.company.is_here(user)}
    how = f"接着发请回「/推送计划 恢复 {notice.number}」，由你负责。" if notice.recurs else "要发请重新发一条公告。"
    words = f"{notice.number}「{headline(notice)}」的发布人已经不在公司，到时间没有发。{how}"
    for user in sorted(keepers) or ctx.company.serving(Role.WECOM_ADMIN):
        ctx.tell(ToPerson(user), Text(words))


async def look_again(ctx: JobContext) -> None:
    """Every morning: times that another calendar has moved, and what is old."""
    for notice in await ctx.store.notices.in_state(NoticeState.SCHEDULED):
        if notice.recurs and notice.next_at and notice.next_at > ctx.now:
            await _follow_calendar(ctx, notice, notice.next_at)
    for notice in await ctx.store.notices.in_state(NoticeState.POSTED, NoticeState.CORRECTED):
        if _ends(notice, ctx.company.notices.lasts) <= ctx.now:
            await keep(ctx, replace(notice, state=NoticeState.ARCHIVED), was=notice, change="archived")


async def _follow_calendar(ctx: JobContext, notice: Notice, known: datetime) -> None:
    found = upcoming(notice.draft, ctx, ctx.now)
    if found is None or found.at == known:
        return
    await wind(ctx, await keep(ctx, replace(notice, next_at=found.at), was=notice, change="moved"))
    was, now = (clock_time(each.astimezone(ctx.now.tzinfo), ctx.now) for each in (known, found.at))
    words = f"{notice.number} 按最新的放假安排，下一次从 {was} 改到 {now} 发。"
    ctx.tell(ToPerson(notice.author), Text(words))


def _ends(notice: Notice, lasts: timedelta) -> datetime:
    return notice.draft.expires_at or (notice.posted_at or notice.created_at) + lasts
