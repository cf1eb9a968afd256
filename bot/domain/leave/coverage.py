"""How many of a team must be there: warned of, or in the way, before somebody agrees; looked at again as he agrees."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.calendar.span import Half
from bot.domain.dates import day_seen
from bot.domain.leave.recurring import Daily
from bot.domain.leave.request import LeaveRequest
from bot.domain.leave.schedule import Schedule, days_between
from bot.domain.leave.types import LeaveType, Say
from bot.identifiers import UserId


class Mode(StrEnum):
    WARN = "提醒"
    BLOCK = "不能批"


@dataclass(frozen=True, slots=True)
class CoverageRule:
    """`team`: a department's name. At least so many of it are there on every half day that is worked."""

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


def shortfall(
    wish: LeaveRequest,
    kind: LeaveType,
    rule: CoverageRule,
    team: Collection[UserId],
    others: Iterable[LeaveRequest],
    schedule: Schedule,
) -> Shortfall | None:
    """None: enough are there. `others`: what the team has asked for and may still take.

    What nobody may refuse is never blocked; whoever plans the work is only told.
    """
    if wish.user not in team or isinstance(wish.when, Daily):
        return None  # who leaves an hour early is there
    away = [each for each in _away(others) if each.user in team]
    worst: Shortfall | None = None
    for on, half, begin, end in _halves(wish, schedule):
        off = {each.user for each in away if each.begins < end and begin < each.ends} | {wish.user}
        present = len(team) - len(off)
        if present < rule.at_least and (worst is None or present < worst.present):
            blocks = rule.mode is Mode.BLOCK and kind.say is not Say.NONE
            worst = Shortfall(rule.team, on, half, present, rule.at_least, blocks)
    return worst


def away_together(wish: LeaveRequest, others: Iterable[LeaveRequest]) -> tuple[LeaveRequest, ...]:
    """Who else is off at some time of it, for the approver's card; whether, never why."""
    near = (each for each in _away(others) if each.user != wish.user)
    return tuple(each for each in near if each.begins < wish.ends and wish.begins < each.ends)


def _away(others: Iterable[LeaveRequest]) -> Iterator[LeaveRequest]:
    return (each for each in others if each.took_place and not isinstance(each.when, Daily))


def _halves(wish: LeaveRequest, schedule: Schedule) -> Iterator[tuple[date, Half, datetime, datetime]]:
    """The half days of work that it touches."""
    zone = wish.begins.tzinfo
    for on in days_between(schedule.date_of(wish.begins), wish.ends.date()):
        shift = schedule.shift_on(on)
        if shift is None:
            continue
        for half in Half:
            begin, end = shift.half(half, on, zone)
            if wish.begins < end and begin < wish.ends:
                yield on, half, begin, end
