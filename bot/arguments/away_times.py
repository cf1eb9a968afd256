"""When and where somebody is to be away from the company: 明天去上海出差三天, 下午外出见客户, 现在外出到5点.

A sentence of this kind says both in one breath, so both are read here; the reason is what is left.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final, Self

from bot.arguments.away_places import PlaceSaid, place_before, place_said
from bot.arguments.despite import take_despite
from bot.domain.attendance.trips import Away, AwayWhen, described, ensure_possible, first_day, is_late
from bot.domain.calendar.span import Span, TimeSpan
from bot.domain.company import Company
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words
from bot.when.read_duration import read_duration
from bot.when.read_period import read_period
from bot.when.results.duration import Duration
from bot.when.results.period import OpenSpan

_SAID: Final = re.compile(
    r"(?:(?:我|俺|本人)(?!们))?(?:想要|想|要|得|需要|申请|准备|打算|临时|可能|公司安排我?|领导安排我?|被派|报备一下|报备|报一下|再|有个)*+"
    r"(?:出差|出个差|出趟差|外出|公出|出去一趟|出去一下|出去|出门|去(?=[\s，,。]|$))(?:一趟|一下)?(?:了|吧|呢|哈)?"
)
_NOW: Final = re.compile("现在|马上|这就|这会儿?|一会儿?|等会儿?|待会儿?|等下|刚刚")
_TIMED: Final = re.compile(r"[上下]午|中午|傍晚|晚上|早上|点|:\d\d|小时|半天|[一二两三四五六七八九十\d]+天|全天")
_BACK: Final = re.compile(r"[，,]\s*([^，,。\s]{2,8}?)(?:回来|返回|回)(?=$|[\s，,。])")  # 周四回 is until then
_SOMEBODY: Final = re.compile(
    r"([^\s，,。;；我]{2,8}?)[\s今明后昨天上中下午早晚这周一二三四五六日\d.月号要想在也又都已经刚]*(?:去|到|出差|外出|出去)"
)
_OF_OTHERS: Final = re.compile(
    "^(?:[他她谁]们?|大家|同事|有人|别人|领导|老板)|[谁哪]|(?:出差|外出)(?:的人|回来|报销|补贴|标准|费|注意|须知|安全|管理|制度|规定|人员)"
)
_TRIM: Final = " ，,。、；;"
_LEADS: Final = re.compile(
    "^(?:(?:我|俺|走|出发|补报一下|补报|报备一下|报备|是|了)(?![们访]))+(?=$|[\\s，,。])|^(?:公司|领导)安排我?(?=$|[\\s，,。])"
)
_TOGETHER: Final = re.compile("[和跟陪同与]")


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
        _ensure_own(words, scene.sender, scene.company, cls.kind)
        despite = take_despite(words)
        place = place_said(words.narrow)
        line = _BACK.sub(r"到\1", _without(words.left, place))
        line = _SAID.sub(" ", line, count=2) if cls.kind is not Away.TRIP or place else line
        read = _read(line, scene, by_calendar=cls.kind is Away.TRIP)
        if read is None:
            return None
        when, assumed, rest = read
        ensure_possible(cls.kind, when, scene.company.schedule(scene.sender.user_id), scene.now)
        if place is None and (place := place_before(rest)):
            rest = _without(rest, place)
        where, rest = place.place if place else "", _reason(rest)
        if not where and cls.kind is Away.TRIP and not words.guessed:
            where, rest = _first_word(rest)
        words.left = rest
        if not where and cls.kind is Away.TRIP:
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


def _ensure_own(words: Words, sender: Person, company: Company, kind: Away) -> None:
    """Raises UserError where it is somebody else who goes, or went."""
    if words.guessed and _OF_OTHERS.search(words.narrow):
        raise UserError(
            Code.CLARIFY, f"要报自己的{kind}，写上时间就行，例如 /{kind} 明天。看别人在不在，发 /请假查询。"
        )
    found = _SOMEBODY.match(words.narrow)
    alone = found and not _TOGETHER.search(found[1])
    spotted = company.finder.people.spot(found[1]) if found and alone else None
    if spotted and spotted.people and not spotted.guessed and sender not in spotted.people:
        raise UserError(Code.NO_PERMISSION, f"{kind}要由本人报，不能替别人报。请对方自己发 /{kind}。")


def _without(line: str, place: PlaceSaid | None) -> str:
    return f"{line[: place.start]} {line[place.end :]}" if place else line


def _read(line: str, scene: Scene, *, by_calendar: bool) -> tuple[AwayWhen, bool, str] | None:
    """The time, whether a default decided on it, and what is left."""
    if _NOW.search(line) or (not by_calendar and _only_lasts(line, scene)):
        return _from_now(_NOW.sub(" ", line), scene)
    for text, assumed in ((line, False), (f"今天{line}", True)):
        if assumed and not _TIMED.search(line):
            return None
        taken = read_period(text, scene.now, scene.calendar, scene.shift, by_calendar=by_calendar)
        if taken is None:
            continue
        period = taken.settled()
        if isinstance(period, OpenSpan):
            raise UserError(Code.MISSING_ARG, "到哪天结束，或者几天？", missing=("end",))
        return period, taken.assumed or (assumed and isinstance(period, Span) and period.calendar_days > 1), taken.rest
    return None


def _only_lasts(line: str, scene: Scene) -> bool:
    """外出两小时: nothing says from when."""
    lasting = read_duration(line)
    if lasting is None or not isinstance(lasting.value, Duration) or lasting.value.half_days:
        return False
    return read_period(line, scene.now, scene.calendar, scene.shift) is None


def _from_now(line: str, scene: Scene) -> tuple[AwayWhen, bool, str]:
    """Until what is said, or until the shift is over."""
    start = scene.now.replace(second=0, microsecond=0)
    if lasting := read_duration(line):
        return TimeSpan(start, lasting.settled().after(start)), True, lasting.rest
    taken = read_period(f"今天{start:%H:%M}{line.strip()}", scene.now, scene.calendar, scene.shift)
    period = taken.value if taken else None
    if taken and isinstance(period, TimeSpan):
        return period, True, taken.rest
    schedule = scene.company.schedule(scene.sender.user_id) if scene.sender else None
    shift = schedule.shift_on(schedule.date_of(start)) if schedule else None
    ends = shift.ends(schedule.date_of(start), start.tzinfo) if schedule and shift else start
    return TimeSpan(start, ends if ends > start else start + timedelta(hours=1)), True, line.strip()


def _reason(rest: str) -> str:
    """Without what only leads up to it."""
    return _LEADS.sub("", _SAID.sub(" ", rest).strip(_TRIM)).strip(_TRIM)


def _first_word(rest: str) -> tuple[str, str]:
    """上海 见客户: where nothing leads to the place, it comes first."""
    word, _, behind = rest.partition(" ")
    fits = 2 <= len(word) <= 8 and not re.match("见|拜访|参加|开会|谈|培训|学习|考察|因为|原因", word)
    return (word, behind.strip(_TRIM)) if fits else ("", rest)


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
