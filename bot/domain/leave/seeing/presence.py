"""Who is missing from which part of his shifts: leaves laid over one person's schedule, day by day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from bot.domain.calendar.shift import Shift
from bot.domain.calendar.span import Half
from bot.domain.dates import days_seen
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.working_time.schedule import Schedule, days_between, days_from

_TAKEN: Final = frozenset({LeaveState.APPROVED, LeaveState.RUNNING, LeaveState.ENDED})

Piece = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Missed:
    """What of the shift that starts on `on` somebody misses; nothing of it is outside the hours of work.

    `pieces` are in order and don't touch. `half`: it is exactly that half of the shift. `leaves`: because of which.
    """

    on: date
    pieces: tuple[Piece, ...]
    leaves: tuple[LeaveRequest, ...]
    whole: bool = False
    half: Half | None = None

    @property
    def said(self) -> str:
        """`全天`, `下午`, `15:00至17:00`, `22:00至次日 02:00`"""
        if self.whole:
            return "全天"
        return str(self.half) if self.half else "、".join(self._said(piece) for piece in self.pieces)

    def _said(self, piece: Piece) -> str:
        days = [(moment.date() - self.on).days for moment in piece]
        first, last = (f"{'次日 ' if day else ''}{moment:%H:%M}" for day, moment in zip(days, piece, strict=True))
        return f"{first}至{last.removeprefix('次日 ') if all(days) else last}"


def taken(leaves: Iterable[LeaveRequest]) -> list[LeaveRequest]:
    """Those that were agreed to: what is only asked for takes nobody away."""
    return [each for each in leaves if each.state in _TAKEN]


def missed(leaves: Iterable[LeaveRequest], on: date, schedule: Schedule) -> Missed | None:
    """`leaves` are all of one person. None: he misses nothing, or doesn't work on that day anyway."""
    shift = schedule.shift_on(on)
    if shift is None:
        return None
    off = {each.number: each for each in leaves if any(_lost(each, on, schedule, shift))}
    if not off:
        return None
    zone = next(iter(off.values())).begins.tzinfo
    pieces = _joined([piece for each in off.values() for piece in _lost(each, on, schedule, shift)], shift, on)
    halves = {half: (_inside(shift.half(half, on, zone), shift, on),) for half in Half}
    return Missed(
        on,
        pieces,
        tuple(off.values()),
        whole=pieces == ((shift.begins(on, zone), shift.ends(on, zone)),),
        half=next((half for half, piece in halves.items() if piece == pieces), None),
    )


def missed_between(leaves: Sequence[LeaveRequest], first: date, last: date, schedule: Schedule) -> tuple[Missed, ...]:
    """Both days included; in order."""
    found = (missed(leaves, each, schedule) for each in days_between(first, last))
    return tuple(each for each in found if each)


def back_on(leaves: Sequence[LeaveRequest], away: date, schedule: Schedule) -> date:
    """The first day of work after `away` on which some of the shift is worked."""
    for day in days_from(away):
        if day > away and schedule.is_worked(day):
            found = missed(leaves, day, schedule)
            if found is None or not found.whole:
                return day
    raise AssertionError("days go on for ever")


def said_between(found: Sequence[Missed], schedule: Schedule, today: date) -> str:
    """`11月24日(周二)至11月25日(周三)、11月27日(周五)下午`: whole days that follow each other are one stretch."""
    return "、".join(_stretches(found, schedule, today))


def _stretches(found: Sequence[Missed], schedule: Schedule, today: date) -> Iterator[str]:
    stretch: list[date] = []
    for each in found:
        if stretch and (not each.whole or schedule.next_worked(stretch[-1]) != each.on):
            yield days_seen(stretch[0], stretch[-1], today)
            stretch = []
        if each.whole:
            stretch.append(each.on)
        else:
            blank = "" if each.half else " "
            yield f"{days_seen(each.on, each.on, today)}{blank}{each.said}"
    if stretch:
        yield days_seen(stretch[0], stretch[-1], today)


def _lost(leave: LeaveRequest, on: date, schedule: Schedule, shift: Shift) -> Iterator[Piece]:
    """Of the hours of work, without breaks. Who came back early lost nothing after that."""
    zone = leave.begins.tzinfo
    since, until = leave.begins, leave.ends
    if isinstance(leave.when, Daily):
        today = leave.when.on(on, schedule, zone)
        if today is None:
            return
        since, until = max(since, today.start), min(until, today.end)
    for begin, end in shift.hours(on, zone):
        if since < end and begin < until:
            yield max(begin, since), min(end, until)


def _joined(pieces: list[Piece], shift: Shift, on: date) -> tuple[Piece, ...]:
    """Overlapping ones as one; a break between two belongs to them."""
    zone = pieces[0][0].tzinfo
    hours = list(shift.hours(on, zone))
    bridged = {(before[1], after[0]) for before, after in pairwise(hours)}
    joined: list[Piece] = []
    for begin, end in sorted(pieces):
        if joined and (begin <= joined[-1][1] or (joined[-1][1], begin) in bridged):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((begin, end))
    return tuple(joined)


def _inside(piece: Piece, shift: Shift, on: date) -> Piece:
    """From where something of it is worked to where it ends."""
    hours = [(max(piece[0], begin), min(piece[1], end)) for begin, end in shift.hours(on, piece[0].tzinfo)]
    worked = [each for each in hours if each[0] < each[1]]
    return worked[0][0], worked[-1][1]
