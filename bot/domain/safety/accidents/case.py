"""An accident and all that was said of it since: what is known now, and what still has to be found out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.safety.accidents.grading import Grade, company_level, grade
from bot.domain.safety.accidents.reports import Accident, AccidentKind, CompanyLevel, Facts
from bot.domain.safety.accidents.statements import COUNTS, FOUR, NUMBERS, Filing, Statement, Topic, latest
from bot.domain.safety.accidents.tally import Tally
from bot.identifiers import UserId
from bot.patterns import regex

FORM: Final = (  # 493号令 art. 12, in its order; the numbers count as one
    Topic.UNIT,
    Topic.WHEN,
    Topic.PLACE,
    Topic.SCENE,
    Topic.COURSE,
    Topic.DEATHS,
    Topic.SERIOUS,
    Topic.LOSS,
    Topic.MEASURES,
)
_INSIDE: Final = regex("叉车|铲车|吊车|行车|天车|厂[内区里]|车间|仓库|堆场|院内|工地|料场|号线|停车场")


class Channel(StrEnum):
    """Which rules an accident is reported by. Some have a channel of their own beside 493号令 (art. 2, 13)."""

    PRODUCTION = "生产安全"
    ROAD = "道路交通"
    FIRE = "火灾"
    EQUIPMENT = "特种设备"
    BUILDING = "建筑施工"
    ENVIRONMENT = "环境"
    NUCLEAR = "核设施"

    @property
    def is_foreign(self) -> bool:
        """Of no concern to 493号令 (art. 2)."""
        return self in (Channel.ENVIRONMENT, Channel.NUCLEAR)

    @property
    def window_days(self) -> int:
        """How long changed numbers are reported after the event (493号令 art. 13)."""
        return 7 if self in (Channel.ROAD, Channel.FIRE) else 30


@dataclass(frozen=True, slots=True)
class Case:
    """`said`: every statement, in the order in which it was made. `unit`: what the configuration says of the unit."""

    accident: Accident
    said: tuple[Statement, ...] = ()
    unit: str = ""

    @property
    def number(self) -> str:
        return self.accident.number

    @property
    def happened_at(self) -> datetime:
        """When, or else when it was told of: what the windows run from."""
        said = self.value(Topic.WHEN)
        return datetime.fromisoformat(said) if said else self.accident.facts.at or self.accident.reported_at

    @property
    def tally(self) -> Tally:
        return tally(self.accident.facts, self.said)

    @property
    def grade(self) -> Grade | None:
        """The statute's; none for what it isn't about."""
        return None if self.channel.is_foreign else grade(self.tally)

    @property
    def company_level(self) -> CompanyLevel | None:
        return company_level(self.tally, self.accident.facts.level)

    @property
    def channel(self) -> Channel:
        said = self.value(Topic.CHANNEL)
        return Channel(said) if said else _channel(self.accident.facts)

    @property
    def filings(self) -> tuple[Filing, ...]:
        return tuple(Filing.read(each.value) for each in self.said if each.topic is Topic.FILED)

    @property
    def victims(self) -> tuple[UserId, ...]:
        return tuple(dict.fromkeys(UserId(each.value) for each in self.said if each.topic is Topic.VICTIM))

    @property
    def team(self) -> tuple[UserId, ...]:
        return tuple(UserId(each) for each in (self.value(Topic.TEAM) or "").split() if each)

    @property
    def ticked(self) -> tuple[Topic, ...]:
        """Of the four (四不放过), those that are done."""
        return tuple(each for each in FOUR if self.value(each))

    @property
    def missing(self) -> tuple[Topic, ...]:
        """What a report should hold and nobody has said yet; it holds up nothing."""
        return tuple(each for each in FORM if self.shown(each) is None)

    @property
    def is_handed_over(self) -> bool:
        return bool(self.value(Topic.HANDED_OVER))

    @property
    def is_closed(self) -> bool:
        return self.accident.state.is_closed or bool(self.value(Topic.CLOSED))

    def value(self, topic: Topic) -> str | None:
        """As it was stated last; None: never, or that it isn't known."""
        found = latest(self.said, topic)
        return (found.value or None) if found else None

    def shown(self, topic: Topic) -> str | None:
        """What the form has under it: as it was stated, or else as it was reported. None: 待核实."""
        if topic in NUMBERS:
            many = _numbers(self.tally)[topic]
            return None if many is None else str(many)
        if any(each.topic is topic for each in self.said):
            return self.value(topic)
        facts = self.accident.facts
        at = facts.at.isoformat() if facts.at else None
        told = {Topic.UNIT: self.unit, Topic.WHEN: at, Topic.PLACE: facts.place, Topic.COURSE: facts.text}
        return told.get(topic) or None

    def up_to(self, many: int) -> "Case":
        """As it stood after so many statements."""
        return replace(self, said=self.said[:many])


def tally(facts: Facts, said: Sequence[Statement]) -> Tally:
    """What the report told, then what was stated since."""
    known = _numbers(_reported(facts))
    for each in said:
        if each.topic in NUMBERS:
            known[each.topic] = int(each.value) if each.value else None
    return Tally(*(known[topic] for topic in NUMBERS))


def is_lowered(before: Case, after: Case) -> bool:
    """Whether fewer are dead, or dead and badly hurt, or hurt at all, or the loss or the grade is less.

    Who dies of his injury is no longer among the injured: that lowers nothing. Nor is it less that somebody is found
    or freed. What is unknown once more counts as nought.
    """
    pairs = zip(_worst(before.tally), _worst(after.tally), strict=True)
    return any(old > new for old, new in pairs) or _rank(before) > _rank(after)


def _worst(found: Tally) -> tuple[int, int, int, int]:
    deaths, serious = found.deaths or 0, found.serious or 0
    return deaths, deaths + serious, deaths + serious + (found.minor or 0), found.loss or 0


def _rank(case: Case) -> int:
    return -1 if case.grade is None else case.grade.rank


def _numbers(found: Tally) -> dict[Topic, int | None]:
    people = (found.deaths, found.serious, found.minor, found.missing, found.trapped)
    return dict(zip(COUNTS, people, strict=True)) | {Topic.LOSS: found.loss}


def _reported(facts: Facts) -> Tally:
    """Of how many hurt by the worst one is as bad as the level says; the others may be less hurt."""
    if facts.injured == 0:
        return Tally(deaths=0, serious=0, minor=0)
    match facts.level:
        case CompanyLevel.DEATH:
            return Tally(deaths=1)
        case CompanyLevel.SERIOUS:
            return Tally(serious=1)
        case CompanyLevel.MINOR:
            return Tally(deaths=0, serious=0, minor=facts.injured or 1)
        case _:
            return Tally()


def _channel(facts: Facts) -> Channel:
    if facts.kind is AccidentKind.FIRE:
        return Channel.FIRE
    inside = _INSIDE.search(f"{facts.text}{facts.place or ''}")
    return Channel.ROAD if facts.kind is AccidentKind.VEHICLE and not inside else Channel.PRODUCTION
