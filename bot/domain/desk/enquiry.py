"""Something that somebody asks the desk: from the wish to who says that it is solved.

D1§一.4, D2§9.3, D12§三.3, D14§篇2.8, D16§二, D17§2.2.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.errors import Defect
from bot.identifiers import GroupId, UserId

LONGEST: Final = 500  # characters of what is asked, and of an answer


class Kind(StrEnum):
    """What people call it."""

    HELP = "求助"
    COMPLAINT = "投诉"
    FACT = "求证"
    MENTION = "群里提问"  # to nobody, and understood by nobody

    @property
    def prefix(self) -> str:
        return PREFIXES[self]


PREFIXES: Final = {Kind.HELP: "QZ", Kind.COMPLAINT: "TS", Kind.FACT: "HS", Kind.MENTION: "TW"}


class State(StrEnum):
    OFFERED = "已给答案"  # what is known was shown, and nobody was asked
    WAITING = "等人接手"
    TAKEN = "处理中"
    ASKED = "等补充"
    ANSWERED = "已答复"
    SOLVED = "已解决"
    WITHDRAWN = "已撤回"
    LAPSED = "已关闭"  # it wasn't said what was missing

    @property
    def is_open(self) -> bool:
        return self in (State.WAITING, State.TAKEN, State.ASKED, State.ANSWERED)

    @property
    def is_somebodys(self) -> bool:
        """Whether who answers has something to do."""
        return self in (State.WAITING, State.TAKEN)


class Verdict(StrEnum):
    """Of something that was to be verified."""

    TRUE = "属实"
    FALSE = "不实"
    PARTLY = "部分属实"


class Score(StrEnum):
    GOOD = "满意"
    FAIR = "一般"


class Told(StrEnum):
    """What a line of its log is."""

    FILED = "提出"
    OFFERED = "给了答案"
    PASSED = "转给人"
    TAKEN = "接手"
    HANDED = "转交"
    ASKED = "追问"
    ADDED = "补充"
    ANSWERED = "答复"
    UNSOLVED = "没解决"
    SOLVED = "解决了"
    WITHDRAWN = "撤回"
    LATE = "超时"
    LAPSED = "没有等到补充"
    FORGOTTEN = "内容已删除"


@dataclass(frozen=True, slots=True)
class Line:
    """`text` is None where no key here opens it."""

    at: datetime
    by: str
    kind: Told
    text: str | None


@dataclass(frozen=True, slots=True)
class Enquiry:
    """`department`: its asker's at that time. `holder`: who has taken it. `reopened`: how many times an answer was
    none. `version` grows with every change; whoever changes it must have seen the newest."""

    number: str
    kind: Kind
    asker: UserId
    department: str
    topic: str
    asked_at: datetime
    state: State = State.WAITING
    group: GroupId | None = None
    holder: UserId | None = None
    taken_at: datetime | None = None
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    score: Score | None = None
    verdict: Verdict | None = None
    reopened: int = 0
    version: int = 1

    def passed(self, topic: str = "") -> "Enquiry":
        """To whoever answers such questions."""
        return self._to(State.WAITING, topic=topic or self.topic, holder=None)

    def taken(self, by: UserId, now: datetime) -> "Enquiry":
        self._ensure(State.WAITING, State.TAKEN, State.ASKED)
        state = State.ASKED if self.state is State.ASKED else State.TAKEN
        return self._to(state, holder=by, taken_at=self.taken_at or now)

    def asked_back(self) -> "Enquiry":
        self._ensure(State.TAKEN, State.ASKED)
        return self._to(State.ASKED)

    def added(self) -> "Enquiry":
        """More was said; who has it goes on."""
        return self._to(State.TAKEN if self.state is State.ASKED else self.state)

    def answered(self, now: datetime, verdict: Verdict | None = None) -> "Enquiry":
        self._ensure(State.TAKEN, State.ASKED)
        return self._to(State.ANSWERED, answered_at=self.answered_at or now, verdict=verdict)

    def unsolved(self) -> "Enquiry":
        """The answer was none: back to who gave it, or to all where he is gone."""
        self._ensure(State.ANSWERED, State.SOLVED)
        state = State.TAKEN if self.holder else State.WAITING
        return self._to(state, reopened=self.reopened + 1, closed_at=None, score=None)

    def closed(self, state: State, now: datetime, score: Score | None = None) -> "Enquiry":
        return self._to(state, closed_at=now, score=score)

    def _ensure(self, *states: State) -> None:
        if self.state not in states:
            raise Defect(f"an enquiry that is {self.state.name} can't go on like that")

    def _to(self, state: State, **changes: object) -> "Enquiry":
        return replace(self, state=state, version=self.version + 1, **changes)  # type: ignore[arg-type]
