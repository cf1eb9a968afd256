"""Leave that was approved and begins in the period: how many, of how many people. Its types are told where five people
stand behind them: that somebody is ill is nobody's to guess (个人信息保护法 art. 28)."""

from collections.abc import Sequence

from bot.domain.figures.counts import Some
from bot.domain.figures.periods import Period
from bot.domain.figures.scope import Parts
from bot.domain.figures.sheet import Column, Counted, Tally
from bot.services.approvals.kinds import Desk
from bot.services.figures.counting import grouped, kinds_of

COLUMNS = (Column("请假"), Column("人数", "人", distinct=True))


async def count(desk: Desk, period: Period, parts: Parts) -> Counted:
    some = await desk.store.figures.leaves(*period.bounds(desk.now))
    return grouped(some, COLUMNS, _tallies, lambda each: parts.place(each.user), parts, kinds=kinds_of, sensitive=True)


def _tallies(some: Sequence[Some]) -> tuple[Tally, ...]:
    people = len({each.user for each in some})
    return Tally(sum(each.many for each in some), people), Tally(people, people)
