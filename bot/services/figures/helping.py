"""Incidents of security: kinds are counted; who told of one isn't told where he could be guessed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from statistics import median

from bot.domain.figures.hiding import LEAST
from bot.domain.figures.periods import Period
from bot.domain.figures.scope import Parts
from bot.domain.figures.sheet import Column, Counted, Tally
from bot.domain.notices.figures import took
from bot.domain.security.incident import Finding, Incident
from bot.services.approvals.kinds import Desk
from bot.services.figures.counting import grouped

INCIDENTS = (Column("安全事件", "起", alarming=True), Column("属实", "起", alarming=True))


async def incidents(desk: Desk, period: Period, parts: Parts) -> Counted:
    """Without what turned out to be a false alarm; how soon somebody acted."""
    told = await desk.store.incidents.told_between(*period.bounds(desk.now), desk.now)
    real = [each for each in told if each.finding is not Finding.FALSE_ALARM]
    return grouped(real, INCIDENTS, _told, lambda each: parts.place(each.teller), parts, kinds=_kinds, facts=_acted)


def _told(told: Sequence[Incident]) -> tuple[Tally, ...]:
    real = [each for each in told if each.finding is Finding.REAL]
    return tuple(Tally(len(some), len({each.teller for each in some})) for some in (told, real))


def _kinds(told: Sequence[Incident]) -> Iterable[tuple[str, Tally]]:
    for kind, many in Counter(each.kind for each in told).most_common():
        yield str(kind), Tally(many, len({each.teller for each in told if each.kind is kind}))


def _acted(told: Sequence[Incident]) -> Iterable[str]:
    times = [each.first_action - each.told_at for each in told if each.first_action]
    if len(times) >= LEAST:
        half = timedelta(seconds=median(each.total_seconds() for each in times))
        yield f"一半的事件在 {took(half)}内有人动手。"
