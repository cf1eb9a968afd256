"""Past cases judged again under a changed policy: who would stand where. Nothing is changed by it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.moderation.categories import Category, Severity, category
from bot.domain.moderation.history import Past, PastState
from bot.domain.moderation.ladder import Standing, step_for
from bot.domain.moderation.pack import Pack

_STANDING = (PastState.CONFIRMED, PastState.APPEALED)


@dataclass(frozen=True, slots=True)
class Record:
    """A case of the past; `pack`: the id of the one that it was judged by."""

    person: str
    past: Past
    severity: Severity
    acted_at: datetime
    pack: str

    @property
    def category(self) -> Category:
        return category(self.past.category)


@dataclass(frozen=True, slots=True)
class Replayed:
    """`number` of a case; empty: one more of its kind today."""

    person: str
    number: str
    before: Standing
    after: Standing

    @property
    def changes(self) -> bool:
        return _outcome(self.before) != _outcome(self.after)


Choice = Callable[[str, datetime], Pack]
"""The pack by its id, as it was (or would have been) in force at a moment."""


def replay(records: Iterable[Record], before: Choice, after: Choice) -> tuple[Replayed, ...]:
    """Those that still stand, by person and time. What was overturned is nobody's record, under either policy."""
    return tuple(
        Replayed(person, each.past.number, *(_judged(each, his, choice) for choice in (before, after)))
        for person, his in _by_person(records).items()
        for each in his
        if each.past.state in _STANDING
    )


def next_time(records: Iterable[Record], before: Choice, after: Choice, now: datetime) -> tuple[Replayed, ...]:
    """Of each person and category: what one more today would bring, as heavy as his last one."""
    return tuple(
        Replayed(person, "", *(_again(each, his, choice, now) for choice in (before, after)))
        for person, his in _by_person(records).items()
        for each in {each.past.category: each for each in his}.values()
    )


def _by_person(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Of each the oldest first."""
    found: dict[str, list[Record]] = {}
    for each in sorted(records, key=lambda each: (each.person, each.acted_at, each.past.number)):
        found.setdefault(each.person, []).append(each)
    return found


def _judged(record: Record, his: Iterable[Record], choice: Choice) -> Standing:
    """Of two cases about one act neither repeats the other."""
    others = [each.past for each in his if each is not record]
    others = [each for each in others if not record.past.act or each.act != record.past.act]
    return step_for(others, record.category, record.severity, record.acted_at, choice(record.pack, record.acted_at))


def _again(record: Record, his: Iterable[Record], choice: Choice, now: datetime) -> Standing:
    history = [each.past for each in his]
    return step_for(history, record.category, record.severity, now, choice(record.pack, now))


def _outcome(standing: Standing) -> tuple[str, int, bool]:
    return (standing.step.name if standing.step else "", standing.count, standing.is_carried_out)
