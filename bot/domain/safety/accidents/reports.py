"""Accidents as they are reported: what kind, how bad by the company's own scale, and how a report stands.

The grades of the statute (493号令 art. 3) are another scale, and an investigation's to decide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.safety.places import holds, place_key
from bot.identifiers import ChatId, UserId

PREFIX = "SG"  # of the numbers that people quote: SG-20261122-001
SAME_WITHIN = timedelta(minutes=10)  # another report of the same place within this time tells of the same accident
MORE_WITHIN = timedelta(minutes=30)  # what its reporter writes within this time belongs to it


class AccidentKind(StrEnum):
    FIRE = "火灾"
    MACHINE = "机械伤害"
    ELECTRIC = "触电"
    POISON = "中毒"
    FALL = "坠落"
    VEHICLE = "车辆"
    EXPLOSION = "爆炸"
    OTHER = "其他"


class CompanyLevel(StrEnum):
    """The company's own scale, below and beside the statute's."""

    MINOR = "轻伤"
    SERIOUS = "重伤"
    DEATH = "死亡"
    DANGER = "险情"
    NEAR_MISS = "未遂"


class AccidentState(StrEnum):
    """The value is what people read."""

    OPEN = "待确认"
    TAKEN = "已收到"
    FALSE_ALARM = "误报"
    DRILL = "演练"

    @property
    def is_closed(self) -> bool:
        return self in (AccidentState.FALSE_ALARM, AccidentState.DRILL)


class NoteKind(StrEnum):
    """What stands in the log of an accident. Of the calls: whom it is about is who the note is by."""

    REPEAT = "repeated"  # the same accident, told again
    MORE = "added_to"  # what its reporter wrote afterwards
    TOLD = "told"
    CALLED = "called"  # his phone was rung
    ANSWERED = "answered"  # he took the call, which is no 收到
    NOT_ANSWERED = "not_answered"
    NOT_CALLED = "not_called"
    TAKEN = "taken"
    PASSED_ON = "passed_on"  # he can't see to it
    NOBODY = "nobody"  # a round is through, and nobody has it
    CLOSED = "closed"
    REOPENED = "reopened"

    @property
    def is_told(self) -> bool:
        """Somebody's own words about what happened."""
        return self in (NoteKind.REPEAT, NoteKind.MORE)


@dataclass(frozen=True, slots=True)
class Note:
    """What was added to a report, by whom."""

    at: datetime
    by: UserId
    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What could be read from a report. `text` are the reporter's words; `injured` is how many at least."""

    text: str
    urgent: bool
    kind: AccidentKind = AccidentKind.OTHER
    place: str | None = None
    at: datetime | None = None
    injured: int | None = None
    level: CompanyLevel | None = None


@dataclass(frozen=True, slots=True)
class Accident:
    """`last_heard` is when it was last told of; `taken_by` the first who pressed 收到, or who closed it."""

    number: str
    facts: Facts
    reporter: UserId
    reported_at: datetime
    last_heard: datetime
    state: AccidentState = AccidentState.OPEN
    chat: ChatId | None = None
    taken_by: UserId | None = None
    taken_at: datetime | None = None
    closed_by: UserId | None = None
    closed_at: datetime | None = None


def same_accident(
    facts: Facts, reporter: UserId, chat: ChatId | None, now: datetime, lately: Sequence[Accident]
) -> Accident | None:
    """The open one that `facts` tell of once more; the latest first.

    The same place is the same accident, whoever tells. Without a place it needs the same reporter or group, and a kind
    that does not contradict: a card too many costs little, an accident that passes for another one much.
    """
    for known in lately:
        if known.state.is_closed or now - known.last_heard > SAME_WITHIN or known.facts.urgent < facts.urgent:
            continue
        if facts.place and known.facts.place:
            if _one_place(facts, known.facts):
                return known
        elif _near(known, reporter, chat) and _agree(facts.kind, known.facts.kind):
            return known
    return None


def _one_place(one: Facts, other: Facts) -> bool:
    """3号车间 and 3号车间二楼 are one for whoever tells of the same kind."""
    first, second = place_key(one.place or ""), place_key(other.place or "")
    return first == second or ((holds(first, second) or holds(second, first)) and _agree(one.kind, other.kind))


def _near(known: Accident, reporter: UserId, chat: ChatId | None) -> bool:
    return known.reporter == reporter or (chat is not None and known.chat == chat)


def _agree(one: AccidentKind, other: AccidentKind) -> bool:
    return one is other or AccidentKind.OTHER in (one, other)
