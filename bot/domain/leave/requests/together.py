"""A wish beside one's other leaves: the same again, overlapping, adjoining, or prolonging one that runs."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from bot.domain.calendar.shift import Shift
from bot.domain.leave.amounts import Counting
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.requests.request import LeaveRequest, LeaveState, When
from bot.domain.leave.types.catalogue import Catalogue
from bot.domain.leave.types.leave_type import LeaveType, Say
from bot.domain.leave.working_time.schedule import Schedule, days_between
from bot.errors import Code, UserError

SAME_WITHIN: Final = timedelta(minutes=10)

Bounds = tuple[datetime, datetime]


def same_wish(type_: str, when: When, others: Iterable[LeaveRequest], now: datetime) -> LeaveRequest | None:
    """The one that stands already: the same type and time, asked for within ten minutes."""
    return next(
        (
            each
            for each in others
            if each.took_place and (each.type, each.when) == (type_, when) and now - each.submitted_at <= SAME_WITHIN
        ),
        None,
    )


def already_asked(request: LeaveRequest) -> UserError:
    """For whoever sends the same wish again: nothing is created."""
    sentence = f"已提交 {request.number}，现在是{request.state}，不用再发。"
    return UserError(Code.DUPLICATE, sentence)


def overlapping(when: When, span: Bounds, others: Iterable[LeaveRequest]) -> LeaveRequest | None:
    """One's own leave that takes some of the same time. An hour less a day may lie inside any other."""
    begins, ends = span
    for other in others:
        daily = isinstance(when, Daily), isinstance(other.when, Daily)
        if other.took_place and daily[0] == daily[1] and begins < other.ends and other.begins < ends:
            return other
    return None


def ensure_free(when: When, span: Bounds, others: Iterable[LeaveRequest], today: date) -> None:
    """Raises UserError that shows the other one."""
    if other := overlapping(when, span, others):
        way = f"要换时间请先发 /撤回 {other.number}，" if other.state is LeaveState.PENDING else "要另请一段，"
        raise UserError(
            Code.OVERLAP,
            f"这段时间你已经请了假：{other.number} {other.said(today)}（{other.state}）。{way}请换个日期再发一次。",
        )


def ensure_only(leave: LeaveRequest, own: Iterable[LeaveRequest]) -> None:
    """As it is agreed to: nobody is off twice at one time, whatever was asked for at once. Raises UserError."""
    agreed = [each for each in own if each.number != leave.number and each.state is not LeaveState.PENDING]
    if other := overlapping(leave.when, (leave.begins, leave.ends), agreed):
        sentence = f"现在不能批：同一段时间已经批准了 {other.number}。请申请人先发 /撤回 {leave.number}，或取消那一条。"
        raise UserError(Code.OVERLAP, sentence)


def adjoining(span: Bounds, others: Iterable[LeaveRequest], schedule: Schedule) -> tuple[LeaveRequest, ...]:
    """One's own leaves that leave no work between them and this one, and between each other, by the clock."""
    found: list[LeaveRequest] = []
    waiting = [each for each in others if each.took_place and not isinstance(each.when, Daily)]
    chain = [span]
    while chain:
        begins, ends = chain.pop()
        near = [each for each in waiting if _touch((begins, ends), (each.begins, each.ends), schedule)]
        waiting = [each for each in waiting if each not in near]
        found += near
        chain += [(each.begins, each.ends) for each in near]
    return tuple(sorted(found, key=lambda each: each.begins))


def summed(days: Fraction, near: Iterable[LeaveRequest], types: Catalogue, shift: Shift) -> Fraction:
    """Days that the matrix goes by: of this one and of those that adjoin it, so that 3 and 1 are 4.

    Leaves that nobody may refuse don't count: a birth is no reason to ask higher for two days more.
    """
    for each in near:
        kind = types.get(each.type)
        if kind is not None and kind.say is not Say.NONE:
            days += in_days(kind, each.amount - each.unused, shift)
    return days


def in_days(kind: LeaveType, amount: Decimal, shift: Shift) -> Fraction:
    """In the type's own counting; hours in shares of the shift."""
    return Fraction(amount) * Fraction(60, shift.minutes) if kind.counting is Counting.HOURS else Fraction(amount)


def ensure_prolongs(span: Bounds, running: LeaveRequest, schedule: Schedule, today: date) -> None:
    """续假 begins where the other one ends. Raises UserError where it overlaps it, or where work lies between."""
    if running.state.is_off:
        raise UserError(Code.BAD_STATE, f"{running.number} {running.state}，不能续。请发 /请假 重新请。")
    begins, ends = span
    if begins < running.ends and running.begins < ends:
        raise UserError(
            Code.OVERLAP,
            f"{running.number} {running.said(today)}，续假要从它结束以后开始。请换个日期再发一次。",
        )
    if begins < running.begins or not _touch(span, (running.begins, running.ends), schedule):
        raise UserError(
            Code.INVALID_RANGE,
            f"{running.number} {running.said(today)}，和这次之间隔着上班时间，接不上。请发 /请假 另请一段。",
        )


def _touch(one: Bounds, other: Bounds, schedule: Schedule) -> bool:
    """Whether nothing is worked between the two."""
    first, second = sorted((one, other))
    since, until = first[1], second[0]
    if since >= until:
        return True
    for day in days_between(since.date() - timedelta(days=1), until.date()):
        shift = schedule.shift_on(day)
        hours = shift.hours(day, since.tzinfo) if shift else ()
        if any(begin < until and since < end for begin, end in hours):
            return False
    return True
