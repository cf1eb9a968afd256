"""When and where somebody is to be away from the company: 明天去上海出差三天, 下午外出见客户, 现在外出到5点.

A sentence of this kind says both in one breath, so both are read here; the reason is what is left.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from bot.arguments.away_hours import read_away, until_back
from bot.arguments.away_own import ensure_own
from bot.arguments.away_places import first_word, place_before, place_said, without
from bot.arguments.despite import take_despite
from bot.domain.attendance.trips import Away, AwayWhen, described, ensure_possible, first_day, is_late
from bot.domain.calendar.span import TimeSpan
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_SAID: Final = regex(
    r"(?:(?:我|俺|本人)(?!们))?(?:想要|想|要|得|需要|申请|准备|打算|临时|可能|公司安排我?|领导安排我?|被派|报备一下|报备|报一下|报一?个|再|有个)*+"
    r"(?:出差|出个差|出趟差|外出|公出|外勤|出去一趟|出去一下|出去|出门|去(?=[\s，,。]|$))(?:一趟|一下)?(?:了|吧|呢|哈)?"
)
_TRIM: Final = " ，,。、；;"
_LEADS: Final = regex(
    "^(?:(?:我|俺|走|要|想|需要|出发|补报一下|补报|报备一下|报备|是|了)(?![们访])\\s*)+(?=$|[\\s，,。])|^(?:公司|领导)安排我?(?=$|[\\s，,。])"
)


@dataclass(frozen=True, slots=True)
class AwayTime:
    """`assumed`: a default decided on the hour or the day. `despite`: leaves that he knows it goes over."""

    wanted: ClassVar[str] = "从什么时候到什么时候？例如明天，或 11月25日至27日。"
    kind: ClassVar[Away]

    when: AwayWhen
    place: str
    today: datetime
    assumed: bool = False
    despite: frozenset[str] = frozenset()

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if scene.sender is None:
            return None
        ensure_own(words, scene.sender, scene.company, cls.kind)
        despite = take_despite(words)
        place = place_said(words.narrow)
        line = until_back(without(words.left, place))
        line = _SAID.sub(" ", line, count=2) if cls.kind is not Away.TRIP or place else line
        read = read_away(line, scene, by_calendar=cls.kind is Away.TRIP)
        if read is None:
            return None
        when, assumed, rest = read
        ensure_possible(cls.kind, when, scene.company.schedule(scene.sender.user_id), scene.now)
        if place is None and (place := place_before(rest)):
            rest = without(rest, place)
        where, rest = place.place if place else "", _reason(rest)
        if not where and cls.kind is Away.TRIP:
            where, rest = first_word(rest, alone=words.guessed)
        words.left = rest
        if cls.kind is Away.TRIP and (not where or scene.company.named(where)):
            raise UserError(Code.MISSING_ARG, "去哪里出差？", missing=("place",))
        return cls(when, where, scene.now, assumed, despite)

    @property
    def guess(self) -> str | None:
        late = is_late(self.when, self.today.date())
        if not (self.assumed or late):
            return None
        return f"{self._said}{'，按补报算' if late else ''}"

    @property
    def echo(self) -> str:
        return "" if self.guess else self._said

    @property
    def _said(self) -> str:
        return described(self.kind, self.place, self.when, self.today.date())

    def explained(self) -> Mapping[str, Any]:
        shown = dict(_shown(self.when))
        if self.place:
            shown["place"] = self.place
        if first_day(self.when) < self.today.date():
            shown["retro"] = True
        return shown


class TripTime(AwayTime):
    kind = Away.TRIP


class OutingTime(AwayTime):
    wanted = "什么时候外出？例如今天下午，或 15:00-17:00。"
    kind = Away.OUTING


def _reason(rest: str) -> str:
    """Without what only leads up to it."""
    return _LEADS.sub("", _SAID.sub(" ", rest).strip(_TRIM)).strip(_TRIM)


def _shown(when: AwayWhen) -> Iterator[tuple[str, Any]]:
    if isinstance(when, TimeSpan):
        yield "start", f"{when.start:%Y-%m-%dT%H:%M}"
        yield "end", f"{when.end:%Y-%m-%dT%H:%M}"
        return
    yield "start", when.start.isoformat()
    if when.start_half:
        yield "start_half", when.start_half.name
    yield "end", when.end.isoformat()
    if when.end_half:
        yield "end_half", when.end_half.name
    yield "calendar_days", when.calendar_days
