"""Which of the phrases in a text ask for time off, and how they belong together.

A length and an end may stand apart from the start: 明天上午 有点事要 请半天假; 从明天开始请年假，周三回来.
"""

import re
from dataclasses import dataclass
from typing import Final

from bot.when.duration import SaidDuration
from bot.when.phrases import Phrase, Point

_ASKED_FOR: Final = re.compile(r"(?:请|休|歇|放|续|补|共|要|用|为期|计)(?:个|了|满|它)?\s?$")
_LEAVE: Final = re.compile(r"的?(?:\s|[年病事婚产丧调]|陪产|哺乳|护理|育儿)?[假休]|\s*$|[\s,;.!]")
_TAKEN_ALONG: Final = re.compile("的?假(?![期如条设])")


@dataclass(frozen=True, slots=True)
class Request:
    """`start` begins it; `end` and `length` are there where they stand elsewhere. `today`: no day was said at all."""

    start: Phrase
    end: Phrase | None = None
    length: Phrase | None = None
    today: bool = False

    @property
    def points(self) -> list[Point]:
        return self.start.points

    @property
    def lasting(self) -> SaidDuration | None:
        return self.start.lasting or (self.length.lasting if self.length else None)

    @property
    def last(self) -> Point | None:
        """The end of a range, where one was said."""
        if self.start.to:
            return self.points[-1]
        return self.end.points[0] if self.end else None

    @property
    def back(self) -> bool:
        """Whether the end is the first day at work again."""
        return self.start.back if self.start.to else bool(self.end and self.end.back)

    @property
    def endless(self) -> bool:
        """Only an end was said: 请到周三."""
        return not self.today and (self.start.until or (self.start.back and not self.start.to))


def chosen(found: list[Phrase], text: str) -> Request | None:
    """The first request among the phrases of a folded text."""
    starts = [phrase for phrase in found if phrase.dated and not phrase.until and not (phrase.back and not phrase.to)]
    ends = [phrase for phrase in found if phrase.dated and phrase not in starts]
    lengths = [phrase for phrase in found if phrase.lasting and not phrase.points and _is_length(phrase, text)]
    length = lengths[0] if lengths else None
    if not starts:
        return Request(ends[0], length=length) if ends else _of_today(found, length, text)
    start = starts[0]
    ended = start.to or start.lasting or len(start.points) > 1
    return Request(start, None if ended or not ends else ends[0], None if start.lasting else length)


def _of_today(found: list[Phrase], length: Phrase | None, text: str) -> Request | None:
    """下午3点到5点: today's, if it is surely about time off and not part of a reason."""
    for phrase in found:
        if not phrase.points or phrase.until:
            continue
        if phrase.to or phrase.lasting or (phrase.points[0].part and _alone(phrase, text)):
            return Request(phrase, length=length, today=True)
    return None


def _alone(phrase: Phrase, text: str) -> bool:
    return not text[: phrase.start][-1:].strip() and not text[phrase.end :][:1].strip()


def _is_length(phrase: Phrase, text: str) -> bool:
    """请3天, 3天年假 and a lone 15天; 休息一天就好 in a reason is none."""
    before, after = text[: phrase.start], text[phrase.end :]
    asked = _ASKED_FOR.search(before[-4:]) is not None
    return (asked or not before[-1:].strip(" ,;.")) and (asked or _LEAVE.match(after) is not None)


def places(request: Request, text: str) -> tuple[tuple[int, int], ...]:
    """Where its words stand in a folded text, what decides first; 假 after a length goes along."""
    found = []
    for phrase in (request.start, request.end, request.length):
        if phrase is not None:
            along = _TAKEN_ALONG.match(text, phrase.end) if phrase.lasting else None
            found.append((phrase.start, along.end() if along else phrase.end))
    return tuple(found)
