"""A question that waits for its asker's answer: what a line leaves out, or what could mean several things in it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.identifiers import ChatId, UserId

ANSWER_WITHIN: Final = timedelta(minutes=10)
TOLD_WITHIN: Final = timedelta(hours=12)  # after the deadline somebody may still answer, and is told what became of it
MOST_OPTIONS: Final = 10  # of a drop-down on a card (D-101032)


class DialogueState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    DROPPED = "dropped"
    LAPSED = "lapsed"  # nobody answered in time, and the asker has been told


@dataclass(frozen=True, slots=True)
class Option:
    """`label` is what people choose by, `put` what it writes into the line."""

    label: str
    put: str


@dataclass(frozen=True, slots=True)
class Dialogue:
    """`line` is the command as it was understood so far; the answer goes into it, and it is read again.

    With `options` one of them is to be chosen. `typed` are the words in the line that the answer replaces; where it is
    empty, the answer is written behind the line. `guessed`: the command was only guessed, and is confirmed in the end.
    """

    id: int
    asker: UserId
    via: str
    chat: ChatId | None
    line: str
    question: str
    asked_at: datetime
    closes_at: datetime
    typed: str = ""
    options: tuple[Option, ...] = ()
    guessed: bool = False
    quote: str | None = None  # what the line quoted
    state: DialogueState = DialogueState.OPEN

    @property
    def topic(self) -> str:
        """What it is about, in a word: the command's name."""
        return self.line.partition(" ")[0].removeprefix("/")

    def is_open(self, now: datetime) -> bool:
        return self.state is DialogueState.OPEN and now <= self.closes_at

    def is_late(self, now: datetime) -> bool:
        """Whether an answer comes too late, but soon enough to be one."""
        return self.state is DialogueState.OPEN and self.closes_at < now <= self.closes_at + TOLD_WITHIN

    def completed(self, answer: str) -> str:
        """The line with `answer` in its place. A place where it stands already is left alone: 刘洋(0086) holds 刘洋."""
        if not self.typed:
            return f"{self.line} {answer}"
        name, blank, words = self.line.partition(" ")
        start = _place(words, self.typed, answer)
        if start < 0:
            return self.line.replace(self.typed, answer, 1)
        return f"{name}{blank}{words[:start]}{answer}{words[start + len(self.typed) :]}"


def closing(now: datetime) -> datetime:
    """Until when an answer counts: not past midnight, when 明天 in it would be another day than in the line."""
    midnight = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    return min(now + ANSWER_WITHIN, midnight - timedelta(seconds=1))


def _place(words: str, typed: str, answer: str) -> int:
    start = words.find(typed)
    while start >= 0 and answer != typed and words.startswith(answer, start):
        start = words.find(typed, start + len(answer))
    return start
