"""Whether an accident must be reported to the government, and by when (493号令 art. 9, 13; 安全生产法 art. 83).

The hour runs from the earlier stamp that can be proved: the first report here, or when the unit's head knew.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.grading import Grade
from bot.domain.safety.accidents.reports import AccidentKind, CompanyLevel
from bot.domain.safety.accidents.rules import AccidentRules
from bot.domain.safety.accidents.statements import Statement, Topic, latest

HOUR: Final = timedelta(hours=1)
NEEDED, NOT_NEEDED = "需上报", "不需上报"
_BY_KIND: Final = (AccidentKind.FIRE, AccidentKind.EXPLOSION, AccidentKind.POISON)
_LIGHT: Final = (CompanyLevel.MINOR, CompanyLevel.NEAR_MISS)
_GRAVE: Final = (CompanyLevel.DEATH, CompanyLevel.SERIOUS, CompanyLevel.DANGER)


@dataclass(frozen=True, slots=True)
class Hour:
    """The one-hour clock. `filed_at`: when it was first reported, as whoever did it says."""

    since: datetime
    filed_at: datetime | None = None

    @property
    def until(self) -> datetime:
        return self.since + HOUR

    @property
    def is_late(self) -> bool:
        return self.filed_at is not None and self.filed_at > self.until


def hour(case: Case, rules: AccidentRules) -> Hour | None:
    """None: it needn't be reported. What becomes a matter for the government by later news counts from that news."""
    if not must_report(case, rules):
        return None
    steps = [must_report(case.up_to(many), rules) for many in range(len(case.said) + 1)]
    turned = len(steps) - 1 - steps[::-1].index(False) if False in steps else -1
    by = case.said[turned] if turned >= 0 else None
    since = first_stamp(case) if by is None or by.topic is Topic.DUTY else by.at
    return Hour(since, min((each.at for each in case.filings), default=None))


def first_stamp(case: Case) -> datetime:
    """The earlier of the two."""
    head = head_knew(case)
    return min(case.accident.reported_at, head) if head else case.accident.reported_at


def head_knew(case: Case) -> datetime | None:
    """The earliest that was ever stated."""
    stated = [datetime.fromisoformat(each.value) for each in case.said if each.topic is Topic.HEAD_KNEW and each.value]
    return min(stated, default=None)


def must_report(case: Case, rules: AccidentRules) -> bool:
    """In doubt, yes. Whoever is in charge may decide otherwise, but not where somebody is dead, badly hurt or lost.

    What was reported once stays the government's business, whatever becomes known later.
    """
    if case.channel.is_foreign:
        return False
    if is_grave(case, rules) or case.filings:
        return True
    decided = _decided(case)
    return decided.value == NEEDED if decided else _by_report(case)


def is_grave(case: Case, rules: AccidentRules) -> bool:
    """By what is known of it: nobody's to decide."""
    known = case.tally
    costly = (known.loss or 0) >= rules.loss_from or (case.grade or Grade.ORDINARY) is not Grade.ORDINARY
    return known.at_stake > 0 or costly


def _decided(case: Case) -> Statement | None:
    return latest(case.said, Topic.DUTY)


def _by_report(case: Case) -> bool:
    """By what was told at first."""
    facts, level = case.accident.facts, case.company_level
    if level is CompanyLevel.NEAR_MISS:
        return False
    if facts.kind in _BY_KIND or level in _GRAVE:
        return True
    if level in _LIGHT or case.tally.is_harmless:
        return False
    return facts.urgent or bool(facts.injured)
