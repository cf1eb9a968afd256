"""How many of a team must be there: warned of, or in the way, before somebody agrees; looked at again as he agrees.

Counted by the day and by halves of each one's own shift: a night shift belongs to the day on which it begins, and who
doesn't work on a day isn't there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.calendar.span import Half
from bot.domain.dates import day_seen
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.types.leave_type import LeaveType, Say
from bot.domain.leave.working_time.schedule import Schedule, days_between
from bot.identifiers import UserId

Team = Mapping[UserId, Schedule]  # who is of it, and when each works


class Mode(StrEnum):
    WARN = "提醒"
    BLOCK = "不能批"


@dataclass(frozen=True, slots=True)
class CoverageRule:
    """`team`: a department's name, with those below it. At least so many of it are there on every day of work."""

    team: str
    at_least: int
    mode: Mode = Mode.WARN


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The worst half day of a leave. Whom it leaves and why isn't in it."""

    team: str
    on: date
    half: Half
    present: int
    needed: int
    blocks: bool

    def said(self, today: date) -> str:
        """`11月25日(周三)上午生产部只剩 3 人在岗，规定至少 4 人。`"""
        return (
            f"{day_seen(self.on, today)}{self.half}{self.team}只剩 {self.present} 人在岗，规定至少 {self.needed} 人。"
        )


@dataclass(frozen=True, slots=True)
class Off:
    """A colleague who is off on `days` of a leave; whether, never why. `pending`: none of it is agreed to yet."""

    user: UserId
    days: tuple[date, ...]
    pending: bool


def shortfall(
    wish: LeaveRequest, kind: LeaveType, rule: CoverageRule, team: Team, others: Iterable[LeaveRequest]
) -> Shortfall | None:
    """None: enough are there. `others`: what counts as away, of whomever.

    What nobody may refuse is never blocked, whoever plans the work is only told; nor is a day on which too few work
    anyway: that is the roster's doing.
    """
    if wish.user not in team or isinstance(wish.when, Daily):
        return None  # who leaves an hour early is there
    away = _away(wish, team, others)
    worst: Shortfall | None = None
    for on, half in _halves(wish, team[wish.user]):
        working = [user for user, schedule in team.items() if schedule.is_worked(on)]
        gone = {user for user, leaves in away.items() if _covers(leaves, team[user], on, half)} | {wish.user}
        present = sum(user not in gone for user in working)
        if present < rule.at_least and (worst is None or present < worst.present):
            blocks = rule.mode is Mode.BLOCK and kind.say is not Say.NONE and len(working) >= rule.at_least
            worst = Shortfall(rule.team, on, half, present, rule.at_least, blocks)
    return worst


def off_together(wish: LeaveRequest, team: Team, others: Iterable[LeaveRequest]) -> tuple[Off, ...]:
    """Who of the team is off at some time of it, the one who is off the longest first."""
    if wish.user not in team or isinstance(wish.when, Daily):
        return ()
    halves = tuple(_halves(wish, team[wish.user]))
    found: list[Off] = []
    for user, leaves in _away(wish, team, others).items():
        days = dict.fromkeys(on for on, half in halves if _covers(leaves, team[user], on, half))
        if days:
            found.append(Off(user, tuple(days), all(each.state is LeaveState.PENDING for each in leaves)))
    return tuple(sorted(found, key=lambda each: -len(each.days)))


def days_of_work(wish: LeaveRequest, schedule: Schedule) -> tuple[date, ...]:
    """That it touches."""
    return tuple(dict.fromkeys(on for on, _ in _halves(wish, schedule)))


def _away(wish: LeaveRequest, team: Team, others: Iterable[LeaveRequest]) -> Mapping[UserId, Sequence[LeaveRequest]]:
    found: dict[UserId, list[LeaveRequest]] = {}
    for each in others:
        if each.user != wish.user and each.user in team and each.took_place and not isinstance(each.when, Daily):
            found.setdefault(each.user, []).append(each)
    return found


def _covers(leaves: Iterable[LeaveRequest], schedule: Schedule, on: date, half: Half) -> bool:
    """Whether one of them takes some of that half of the shift."""
    shift = schedule.shift_on(on)
    return shift is not None and any(
        each.begins < end and begin < each.ends
        for each in leaves
        for begin, end in (shift.half(half, on, each.begins.tzinfo),)
    )


def _halves(wish: LeaveRequest, schedule: Schedule) -> Iterator[tuple[date, Half]]:
    """The half days of work that it touches."""
    for on in days_between(schedule.date_of(wish.begins), wish.ends.date()):
        yield from ((on, half) for half in Half if _covers((wish,), schedule, on, half))
