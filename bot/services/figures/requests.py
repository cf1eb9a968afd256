"""What was asked for and how long it took to be decided."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from statistics import median

from bot.domain.figures.counts import Decided, Some
from bot.domain.figures.periods import Period
from bot.domain.figures.scope import Parts
from bot.domain.figures.sheet import Column, Counted, Tally
from bot.domain.notices.figures import took
from bot.services.approvals.kinds import Desk
from bot.services.figures.counting import grouped, kinds_of

COLUMNS = (Column("提交申请"), Column("办结"), Column("超时办结", alarming=True))
FEWEST = 5  # of whom times are told


async def count(desk: Desk, period: Period, parts: Parts) -> Counted:
    """Those handed in, and those that somebody agreed to or refused, whenever they were handed in."""
    begins, ends = period.bounds(desk.now)
    some: list[Some | Decided] = [
        *await desk.store.figures.requests(begins, ends),
        *await desk.store.figures.decided(begins, ends),
    ]
    counted = grouped(some, COLUMNS, _tallies, lambda each: parts.place(_whose(each)), parts, facts=_times)
    handed_in = [each for each in some if isinstance(each, Some) and parts.place(each.user) is not None]
    return replace(counted, kinds=tuple(kinds_of(handed_in)))


def _whose(each: Some | Decided) -> str:
    return each.user if isinstance(each, Some) else each.applicant


def _tallies(some: Sequence[Some | Decided]) -> tuple[Tally, ...]:
    handed_in = [each for each in some if isinstance(each, Some)]
    decided = [each for each in some if isinstance(each, Decided)]
    late = [each for each in decided if each.late]
    return (
        Tally(sum(each.many for each in handed_in), len({each.user for each in handed_in})),
        Tally(len(decided), len({each.applicant for each in decided})),
        Tally(len(late), len({each.applicant for each in late})),
    )


def _times(some: Sequence[Some | Decided]) -> Sequence[str]:
    decided = [each for each in some if isinstance(each, Decided)]
    if len({each.applicant for each in decided}) < FEWEST:
        return ()
    half = timedelta(seconds=median(each.took.total_seconds() for each in decided))
    return (f"一半的申请在 {took(half)}内办结，最久的用了 {took(max(each.took for each in decided))}。",)
