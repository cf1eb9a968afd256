"""One meaning of a request for time off, built out: its days, halves and hours."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.dates import day, day_seen
from bot.errors import Code
from bot.when.meaning.days_meant import days_of
from bot.when.meaning.start_and_length import ensure_as_long, lasting, worked_from
from bot.when.meaning.times_meant import LATE, ends_at, half_of, starts_at
from bot.when.periods.days_in_a_row import ensure_joined
from bot.when.periods.request import Request
from bot.when.phrases.phrase import Point
from bot.when.results.duration import Duration
from bot.when.results.outcomes import Impossible, Refused, Vague
from bot.when.results.period import OpenSpan, Period
from bot.when.said.day_ref import Stretch
from bot.when.said.month_days import MonthEnd
from bot.when.said.times import Edge, Part
from bot.when.view import View
from bot.when.written.late_or_early import EdgeHours

FROM_WHEN_TO_WHEN: Final = "从哪天到哪天？请写日期，例如 11.25-11.27。"


@dataclass(frozen=True, slots=True)
class Meanings:
    """`assumed`: a default chose between morning and afternoon."""

    values: tuple[Period, ...]
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class PeriodBuilder:
    """For one meaning of the first day, `place` of `many`: `first` to `until`. Every method may raise Refused."""

    request: Request
    view: View
    first: date
    until: date
    place: int = 0
    many: int = 1

    @property
    def point(self) -> Point:
        return self.request.points[0]

    def meanings(self) -> Meanings:
        last = self.request.last
        if last is None:
            return self._without_end()
        end = self._end_days(last)
        if self.point.timed or last.timed:
            return self._between(last, end[1])
        return Meanings((self._up_to(last, end),))

    def _without_end(self) -> Meanings:
        """A length, or the days themselves."""
        length, half = self.request.lasting, self.request.half
        if isinstance(length, Duration) and length.minutes:
            return self._hours(length)
        if self.request.edge:
            return Meanings((self._at_the_edge(self.request.edge),))
        if self.point.timed:
            return self._onward()
        if shift := self._whole_shift():
            return Meanings((shift,))
        self._ensure_half(self.point)
        if isinstance(length, Duration):
            self._ensure_start()
            return Meanings(self._lasting(length, half))
        if half and self._single and self.first != self.until:  # 明后天上午
            ensure_joined([self.point, self.point])
        if self.request.start.open:
            return Meanings((OpenSpan(self.first, half if half is Half.PM else None),))
        return Meanings((self._span(half, half if self._single else half_of(self.request.points[-1]), self.until),))

    def _onward(self) -> Meanings:
        """两点以后: until he is off on that day. What says no more than a time is asked about."""
        ends = self.view.shift.ends(self.first, self.view.now.tzinfo)
        starts, _ = starts_at(self.point, self.first, self.view)
        spans = tuple(TimeSpan(each, ends) for each in starts if each < ends)
        if not (self.request.start.onward and self._single and spans):
            raise Refused(Vague(f"{self._named()}从几点到几点？例如 15:00-17:00。"))
        return Meanings(spans, assumed=True)

    @property
    def _single(self) -> bool:
        return len(self.request.points) == 1

    def _lasting(self, length: Duration, half: Half | None) -> tuple[Period, ...]:
        if self.first != self.until and not self.request.start.open:
            span = self._span(half, half_of(self.request.points[-1]), self.until)
            ensure_as_long(span, length, self.view)
            return (span,)
        if length == Duration(half_days=2) and not (half or self.request.start.open):
            return (Span(self.first, self.first),)
        if length == Duration(half_days=1):
            return tuple(Span(self.first, self.first, each, each) for each in ([half] if half else Half))
        return (lasting(self.first, half, length, self.view),)

    def _at_the_edge(self, said: EdgeHours) -> TimeSpan:
        """Late by so much, or gone so much before the end."""
        if isinstance(said.length, Vague | Impossible):
            raise Refused(said.length)
        zone, away = self.view.now.tzinfo, timedelta(minutes=said.length.total_minutes or 0)
        begins, ends = self.view.shift.begins(self.first, zone), self.view.shift.ends(self.first, zone)
        if not timedelta() < away < ends - begins:
            raise Refused(Vague(f"{self._named()}从几点到几点？例如 15:00-17:00。"))
        return TimeSpan(begins, begins + away) if said.edge is Edge.START else TimeSpan(ends - away, ends)

    def _hours(self, length: Duration) -> Meanings:
        if not self.point.timed:
            raise Refused(Vague(f"{self._named()}从几点开始？例如 15:00-17:00。"))
        starts, assumed = starts_at(self.point, self.first, self.view)
        return Meanings(tuple(worked_from(each, length.minutes, self.view) for each in starts), assumed)

    def _up_to(self, last: Point, end: Stretch) -> Span:
        """Up to and including `last`, or up to the day, or the half of it, before somebody is back."""
        begin, close = _noon(self.point, Part.PM), _noon(last, Part.AM)
        self._ensure_half(begin)
        self._ensure_half(close)
        until, until_half = end[1], half_of(close)
        if self.request.back:
            noon = until_half is Half.PM
            until, until_half = (end[0], Half.AM) if noon else (end[0] - timedelta(days=1), None)
        span = self._span(half_of(begin), until_half, until)
        if isinstance(self.request.lasting, Duration):
            ensure_as_long(span, self.request.lasting, self.view)
        return span

    def _end_days(self, last: Point) -> Stretch:
        """Where both ends can mean several days they mean the same week; else the first that isn't before the start."""
        if not last.days:
            return self.first, self.first
        options = days_of(last, self.view, self.first)
        if len(options) == self.many:
            return options[self.place]
        return next((each for each in options if each[0] >= self.first), options[0])

    def _between(self, last: Point, on: date) -> Meanings:
        """By the clock, from one point to the other; a half day said for one of them is that of the shift."""
        starts, assumed = self._begins()
        spans = tuple(TimeSpan(each, end) for each in starts if (end := self._ends(last, on, each)) > each)
        if not spans:
            raise Refused(_backwards(day(self.first), day(on)))
        return Meanings(spans, assumed)

    def _begins(self) -> tuple[Sequence[datetime], bool]:
        half = half_of(self.point)
        if half:
            return (self.view.shift.half(half, self.first, self.view.now.tzinfo)[0],), False
        return starts_at(self.point, self.first, self.view)

    def _ends(self, last: Point, on: date, start: datetime) -> datetime:
        zone, half = self.view.now.tzinfo, half_of(last)
        if half:
            return self.view.shift.half(half, on, zone)[1]
        return ends_at(last, on, self.view, start) if last.timed else self.view.shift.ends(on, zone)

    def _span(self, half: Half | None, last_half: Half | None, until: date) -> Span:
        if until < self.first:
            today = self.view.today
            raise Refused(_backwards(day_seen(self.first, today), day_seen(until, today)))
        late, early = half is Half.PM, last_half is Half.AM
        if until > self.first:
            return Span(self.first, until, Half.PM if late else None, Half.AM if early else None)
        if late and early:
            raise Refused(_backwards(f"{day(self.first)}下午", f"{day(until)}上午"))
        only = Half.PM if late else Half.AM if early else None
        return Span(self.first, until, only, only)

    def _whole_shift(self) -> TimeSpan | None:
        """夜班, and 晚上 of somebody who works at night: the shift that starts on that day."""
        if self.point.part not in (Part.NIGHT_SHIFT, *LATE) or not self.view.shift.over_midnight:
            return None
        zone = self.view.now.tzinfo
        return TimeSpan(self.view.shift.begins(self.first, zone), self.view.shift.ends(self.until, zone))

    def _ensure_half(self, point: Point) -> None:
        """中午 and 晚上 are no half day of the shift."""
        if isinstance(point.part, Part) and not point.timed and half_of(point) is None and point.part is not Part.WHOLE:
            question = f"你的班次是 {self.view.shift.said}，「{point.part.value}」请写几点到几点，例如 15:00-17:00。"
            raise Refused(Vague(question))

    def _ensure_start(self) -> None:
        """月底两天 are not two days from the last one on."""
        if isinstance(next(iter(self.point.days), None), MonthEnd) and not self.request.start.open:
            raise Refused(Vague(FROM_WHEN_TO_WHEN))

    def _named(self) -> str:
        part = self.point.part.value if isinstance(self.point.part, Part) else ""
        return f"{day_seen(self.first, self.view.today)}{part}"


def _noon(point: Point, half: Part) -> Point:
    """From noon on is the afternoon, until noon the morning."""
    return replace(point, part=half) if point.part is Part.NOON and not point.timed else point


def _backwards(start: str, end: str) -> Impossible:
    return Impossible(f"结束早于开始：{start}到{end}。请把起止写对，例如 11.25-11.27。", Code.INVALID_RANGE)
