"""Confirmed violations: how many, of how many people, which kinds; what only human resources handle isn't counted."""

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.domain.figures.periods import Period
from bot.domain.figures.scope import Parts
from bot.domain.figures.sheet import Column, Counted, Tally
from bot.domain.moderation.cases.case import MADE, Case
from bot.domain.moderation.history import PastState
from bot.services.approvals.kinds import Desk
from bot.services.figures.counting import grouped

COLUMNS = (Column("违规", alarming=True), Column("人数", "人", distinct=True), Column("推翻或免除"))
_UNDONE = (PastState.OVERTURNED, PastState.PARDONED)


async def count(desk: Desk, period: Period, parts: Parts) -> Counted:
    """Violations that stand, whoever judged them; those that were taken back since are a column of their own."""
    begins, ends = period.bounds(desk.now)
    cases = [each for each in await desk.store.cases.between(begins, ends, desk.now) if _is_counted(each)]
    return grouped(cases, COLUMNS, _tallies, lambda each: parts.place(each.target, each.group), parts, kinds=_kinds)


def _is_counted(case: Case) -> bool:
    return case.state is not PastState.PROPOSED and not case.about.of_hr_alone


def _tallies(cases: Sequence[Case]) -> tuple[Tally, ...]:
    standing = [each for each in cases if each.stands]
    people = len({each.target for each in standing})
    undone = [each.target for each in cases if each.state in _UNDONE]
    return Tally(len(standing), people), Tally(people, people), Tally(len(undone), len(set(undone)))


def _kinds(cases: Sequence[Case]) -> Iterable[tuple[str, Tally]]:
    standing = [each for each in cases if each.stands]
    for name, many in Counter(f"{each.about.name}（{MADE[each.kind]}）" for each in standing).most_common():
        people = {each.target for each in standing if f"{each.about.name}（{MADE[each.kind]}）" == name}
        yield name, Tally(many, len(people))
