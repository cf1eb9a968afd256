"""Somebody lets another decide for him while he is away. The deputy must accept, and nobody stands in for himself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.dates import clock_time, days
from bot.errors import Code, UserError
from bot.identifiers import UserId

LONGEST: Final = timedelta(days=92)  # whoever is away for longer has handed over his post, not his approvals
MOST_OFFERED: Final = 3  # of one person, unanswered: each is a card that somebody has to press
ASKED_AGAIN_AFTER: Final = timedelta(hours=1)
_MINUTE: Final = timedelta(minutes=1)


class DelegationState(StrEnum):
    OFFERED = "待接受"
    ACCEPTED = "已接受"
    DECLINED = "已谢绝"
    ENDED = "已收回"


@dataclass(frozen=True, slots=True)
class Delegation:
    """From `start` to `end`, both included. `id` is 0 until it is stored."""

    principal: UserId
    deputy: UserId
    start: date
    end: date
    state: DelegationState = DelegationState.OFFERED
    id: int = 0

    def covers(self, day: date) -> bool:
        return self.start <= day <= self.end

    def overlaps(self, other: "Delegation") -> bool:
        return self.start <= other.end and other.start <= self.end

    @property
    def is_live(self) -> bool:
        return self.state in (DelegationState.OFFERED, DelegationState.ACCEPTED)

    @property
    def period(self) -> str:
        return days(self.start, self.end)


def ensure_possible(wanted: Delegation, others: Iterable[Delegation], today: date) -> None:
    """`others`: those that aren't over. Raises UserError."""
    if wanted.deputy == wanted.principal:
        raise UserError(Code.SELF_TARGET, "不能委托给自己。换一位同事，例如：/委托 11.23-11.27 @李四")
    if wanted.end < wanted.start:
        raise UserError(Code.INVALID_RANGE, f"结束日期早于开始日期：{wanted.period}。请重新写。")
    if wanted.end < today:
        raise UserError(Code.PAST_DATE, f"{wanted.period}已经过去了。请写今天或以后的日期。")
    if wanted.end - wanted.start >= LONGEST:
        raise UserError(Code.LIMIT, f"一份委托最长 {LONGEST.days} 天。请写短一些，到期前再委托一次。")
    live = [each for each in others if each.is_live and each.id != wanted.id and each.overlaps(wanted)]
    for each in live:
        if each.principal == wanted.principal:
            raise UserError(Code.OVERLAP, f"你在{each.period}已经有一份委托（{each.state}）。先收回它，再发一次。")
    if closes_circle(wanted, live):
        raise UserError(Code.BAD_STATE, "对方这段时间也把审批委托了出去，转一圈会回到你自己。请换一位同事。")


def ensure_not_pushing(
    wanted: Delegation, others: Iterable[Delegation], asked_at: datetime | None, now: datetime
) -> None:
    """`others`: those that aren't over; `asked_at`: when he last asked the same person. Raises UserError."""
    again_at = asked_at.astimezone(now.tzinfo) + ASKED_AGAIN_AFTER if asked_at else now
    if now < again_at:
        later = clock_time(again_at + _MINUTE - timedelta.resolution, now)
        raise UserError(Code.LIMIT, f"同一位同事一小时只能请一次，你已经请过了。{later} 以后再发，或换一位同事。")
    offered = [each for each in others if each.principal == wanted.principal]
    if sum(each.state is DelegationState.OFFERED for each in offered) >= MOST_OFFERED:
        raise UserError(
            Code.LIMIT,
            f"你有 {MOST_OFFERED} 份委托还没有人答复，不能再多。等对方答复，或发 /收回委托 全部收回，再发一次。",
        )


def closes_circle(wanted: Delegation, live: Iterable[Delegation]) -> bool:
    """Whether following the deputies from `wanted` leads back to who gives it, on some day of it."""
    live = list(live)
    starts = {wanted.start, *(each.start for each in live if wanted.covers(each.start))}
    return any(_leads_back(wanted, _deputies(live, day)) for day in starts)


def in_force(delegations: Iterable[Delegation], day: date) -> Mapping[UserId, UserId]:
    """Who is stood in for on that day, and by whom."""
    return _deputies((each for each in delegations if each.state is DelegationState.ACCEPTED), day)


def _deputies(delegations: Iterable[Delegation], day: date) -> Mapping[UserId, UserId]:
    return {each.principal: each.deputy for each in delegations if each.covers(day)}


def _leads_back(wanted: Delegation, deputies: Mapping[UserId, UserId]) -> bool:
    seen: set[UserId] = set()
    at: UserId | None = wanted.deputy
    while at is not None and at not in seen:
        if at == wanted.principal:
            return True
        seen.add(at)
        at = deputies.get(at)
    return False
