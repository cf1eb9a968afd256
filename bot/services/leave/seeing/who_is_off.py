"""Who is off, in words for one who asks: whether, and where it is his business of which kind and what is still open."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.calendar.kinds import DayKind
from bot.domain.dates import day_seen, days_seen
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.seeing.presence import Missed, back_on, missed_between, said_between, taken
from bot.domain.leave.seeing.sight import OFF, Seen, kind_seen, listed, seen_of
from bot.domain.leave.working_time.schedule import Schedule
from bot.domain.people import Department, Person
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.leave.seeing.elsewhere import of_one, of_several, trips_between
from bot.shapes.context import Context

LISTED: Final = 10  # people that an answer names
NOT_YOURS: Final = "你只能看自己部门和下属的请假情况。别的部门请直接问本人或他的部门负责人。"
_ONE_DAY: Final = timedelta(days=1)
_AHEAD: Final = timedelta(days=400)  # as far as it is looked when somebody is back

Leaves = Mapping[UserId, Sequence[LeaveRequest]]


async def leaves_between(desk: Desk, users: Iterable[UserId], first: date, last: date) -> Leaves:
    """Of each who has any: what takes place between two days or may, the night after the last one included."""
    begins, ends = (_midnight(each, desk.now) for each in (first, last + 2 * _ONE_DAY))
    found: dict[UserId, list[LeaveRequest]] = {}
    for each in await desk.store.leaves.between(begins, ends, users):
        found.setdefault(each.user, []).append(each)
    return found


async def seen_person(ctx: Context, person: Person, first: date, last: date) -> str:
    """A few lines; whoever asks may see this person."""
    seen = seen_of(person, ctx.sender, ctx.company)
    schedule = ctx.company.schedule(person.user_id)
    horizon = max(last, first + _AHEAD)
    leaves = (await leaves_between(ctx, [person.user_id], first, horizon)).get(person.user_id, ())
    name = "你" if person == ctx.sender else ctx.company.told_apart(person)
    lines = [_of_one(name, taken(leaves), first, last, schedule, seen, ctx)]
    trips = await trips_between(ctx, [person.user_id], first, last)
    lines += of_one(name, trips, ctx.now.date())
    if seen >= Seen.KIND:
        lines += _pending(leaves, first, last, schedule, seen, ctx)
    if schedule.is_provisional(first, last):
        lines.append(f"{last.year}年放假安排未公布，可能变。")
    return "\n".join(lines)


async def seen_team(ctx: Context, department: Department | None, first: date, last: date) -> str:
    """Counts, and the first ten; whoever asks may see this department. None: he has none, and sees himself."""
    people = listed(department, ctx.sender, ctx.company)
    leaves = await leaves_between(ctx, [each.user_id for each in people], first, last)
    off = {
        each: found
        for each in people
        if each.user_id in leaves and (found := _missed(leaves[each.user_id], each, first, last, ctx))
    }
    label = f"{department.name if department else '你'} {days_seen(first, last, ctx.now.date())}"
    calendar = ctx.company.pace.calendar
    note = f"{last.year}年放假安排未公布，可能变。" if calendar.is_provisional(first, last) else ""
    elsewhere = of_several(await trips_between(ctx, [each.user_id for each in people], first, last), ctx.company)
    if not off:
        rest = f"，当天是{_rest(first, ctx)}" if first == last and not calendar.is_workday(first) else ""
        return "\n".join(filter(None, [f"{label}没有人请假{rest}。", *elsewhere, note]))
    lines = [f"{label}有 {len(off)} 人请假（共 {len(people)} 人）："]
    shown = list(off)[:LISTED]
    later = await leaves_between(ctx, [each.user_id for each in shown], first, first + _AHEAD)
    lines += [f"· {_of_several(each, off[each], later[each.user_id], first, last, ctx)}" for each in shown]
    if len(off) > LISTED:
        lines.append(f"另有 {len(off) - LISTED} 人没有列出。")
    return "\n".join(filter(None, [*lines, *elsewhere, note]))


def _missed(
    leaves: Sequence[LeaveRequest], person: Person, first: date, last: date, ctx: Context
) -> tuple[Missed, ...]:
    return missed_between(taken(leaves), first, last, ctx.company.schedule(person.user_id))


def _of_one(
    name: str, leaves: Sequence[LeaveRequest], first: date, last: date, schedule: Schedule, seen: Seen, ctx: Context
) -> str:
    found, today = missed_between(leaves, first, last, schedule), ctx.now.date()
    if first != last:
        period = days_seen(first, last, today)
        return (
            f"{name} {period}请假：{_by_kind(found, schedule, seen, ctx)}。" if found else f"{name} {period}没有请假。"
        )
    day = day_seen(first, today)
    if not schedule.is_worked(first):
        why = "按排班休息" if schedule.by_roster(first) else f"是{_rest(first, ctx)}"
        return f"{name} {day}不上班，{why}。"
    if not found:
        return f"{name} {day}该上班，没有请假。"
    kinds = _kinds(found[0], seen, ctx)
    if found[0].whole:
        return f"{name} {day}{kinds}，不上班，{_back(leaves, first, schedule, today)}。"
    blank = "" if found[0].half else " "
    return f"{name} {day}{blank}{found[0].said}{kinds}，其余时间上班。"


def _of_several(
    person: Person, found: Sequence[Missed], leaves: Sequence[LeaveRequest], first: date, last: date, ctx: Context
) -> str:
    """`张三 年假，全天，11月25日(周三)回来`; over several days `张三 11月24日(周二)至11月25日(周三)`."""
    name, seen = ctx.company.told_apart(person), seen_of(person, ctx.sender, ctx.company)
    schedule, today = ctx.company.schedule(person.user_id), ctx.now.date()
    if first != last:
        return f"{name} {_by_kind(found, schedule, seen, ctx)}"
    kinds = _kinds(found[0], seen, ctx)
    back = f"，{_back(taken(leaves), first, schedule, today)}" if found[0].whole else ""
    return f"{name} {'' if kinds == OFF else f'{kinds}，'}{found[0].said}{back}"


def _by_kind(found: Sequence[Missed], schedule: Schedule, seen: Seen, ctx: Context) -> str:
    """`年假 11月24日(周二)、请假 11月26日(周四)`; days alone, where every one of them is just off."""
    kinds = list(dict.fromkeys(_kinds(each, seen, ctx) for each in found))
    today = ctx.now.date()
    if kinds == [OFF]:
        return said_between(found, schedule, today)
    parts = ([each for each in found if _kinds(each, seen, ctx) == kind] for kind in kinds)
    return "；".join(f"{kind} {said_between(part, schedule, today)}" for kind, part in zip(kinds, parts, strict=True))


def _kinds(missed: Missed, seen: Seen, ctx: Context) -> str:
    return "、".join(dict.fromkeys(kind_seen(each.type, seen, ctx.company) for each in missed.leaves))


def _back(leaves: Sequence[LeaveRequest], day: date, schedule: Schedule, today: date) -> str:
    return f"{day_seen(back_on(leaves, day, schedule), today)}回来"


def _pending(
    leaves: Iterable[LeaveRequest], first: date, last: date, schedule: Schedule, seen: Seen, ctx: Context
) -> Iterator[str]:
    for each in leaves:
        if each.state is LeaveState.PENDING and missed_between([each], first, last, schedule):
            kind = kind_seen(each.type, seen, ctx.company)
            yield f"另有一条{kind}在等审批：{each.when.said(ctx.now.date())}（{each.number}）。"


def _rest(day: date, ctx: Context) -> str:
    """`周末`, `国庆节`, `公司放假日`"""
    calendar = ctx.company.pace.calendar
    kind = calendar.kind(day)
    return "周末" if kind is DayKind.WEEKEND else calendar.name(day) or str(kind)


def _midnight(day: date, now: datetime) -> datetime:
    return datetime.combine(day, time(), now.tzinfo)
