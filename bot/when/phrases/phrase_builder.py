"""Takes one token after the other into a phrase, until one doesn't fit any more."""

from typing import Final

from bot.when.phrases.phrase import Phrase, Point
from bot.when.phrases.tokens import Token
from bot.when.results.duration import Duration, SaidDuration
from bot.when.results.outcomes import Impossible, Vague
from bot.when.said.day_ref import DayRef
from bot.when.said.days_from_today import Away, Offset
from bot.when.said.month_days import CalendarDay, MonthDay
from bot.when.said.times import Clock, Edge, Part, TimeAway
from bot.when.said.weeks import WeekDay
from bot.when.written.glue import Glue

MOST_DAYS: Final = 10  # said one by one


class PhraseBuilder:
    """Takes one token after the other until one doesn't fit any more."""

    def __init__(self, start: int) -> None:
        self.phrase = Phrase(start, start)
        self._link: Glue | None = None  # what stands between the last point and the next
        self._opened: int | None = None  # where its 从 or 到 stands
        self._begun = False
        self._measured = False  # a length stands behind the days

    @property
    def says_something(self) -> bool:
        return bool(self.phrase.points) or self.phrase.lasting is not None

    def takes(self, token: Token, following: Token | None) -> bool:
        value = token.value
        if isinstance(value, Glue):
            return self._glue(value, token)
        if isinstance(value, Duration | Vague | Impossible):
            fits = self._duration(value)
        elif isinstance(value, Part | Edge | Clock | TimeAway):
            fits = self._time(value, token)
        else:
            fits = self._day(value, token, leaves=following is not None and following.value is Glue.BACK)
        if fits:
            self._reach(token)
        return fits

    def _reach(self, token: Token) -> None:
        if not self._begun:
            self.phrase.start = token.start if self._opened is None else self._opened
            self._begun = True
        self.phrase.end = token.end
        if self.phrase.points and not isinstance(token.value, Glue | Duration | Vague | Impossible):
            self.phrase.points[-1].end = token.end

    def _glue(self, value: Glue, token: Token) -> bool:
        match value:
            case Glue.FILLER:
                return True
            case Glue.FROM | Glue.TO:
                return self._leads(value, token)
            case Glue.JOIN | Glue.OR:
                self._link = self._link or value
                return bool(self.phrase.points)
            case Glue.NOT:
                self._take_back()
                return True
            case Glue.START:
                self.phrase.open = True
            case Glue.AFTER:
                self.phrase.onward = True
            case Glue.BACK:
                self.phrase.back = True
            case Glue.END:
                self.phrase.until = self.phrase.until or (len(self.phrase.points) == 1 and not self.phrase.open)
        if self.phrase.points:
            self._reach(token)
        return bool(self.phrase.points)

    def _take_back(self) -> None:
        """明天，不对，后天: only what follows counts. 不是明天 alone says nothing."""
        phrase = self.phrase
        phrase.unclear = not phrase.points
        phrase.points.clear()
        phrase.to = phrase.open = phrase.onward = phrase.either = False
        self._link = phrase.lasting = None

    def _leads(self, value: Glue, token: Token) -> bool:
        """从 and 到, in front of a day or between two."""
        phrase = self.phrase
        if not phrase.points:
            if phrase.until or (self._opened is not None and value is Glue.FROM):
                return False
            self._opened = token.start if self._opened is None else self._opened
            phrase.until = value is Glue.TO
            return True
        if value is Glue.FROM or phrase.to or phrase.until or phrase.back or self._link is Glue.TO:
            return False
        self._link = Glue.TO
        return True

    def _duration(self, value: SaidDuration) -> bool:
        if self.phrase.lasting is not None or self._link is Glue.TO or self.phrase.until:
            return False
        self.phrase.lasting, self._measured = value, bool(self.phrase.points)
        return True

    def _day(self, value: DayRef, token: Token, *, leaves: bool) -> bool:
        """`leaves`: 回来 follows, so it ends what was begun."""
        phrase, link = self.phrase, self._link
        if not phrase.points:
            return self._add(token, [value])
        last = phrase.points[-1]
        if phrase.back or (phrase.to and (link is not None or leaves)):
            phrase.unclear = phrase.unclear or link is Glue.JOIN
            return False
        if link is Glue.OR:
            phrase.either = True
            return self._add(token, [value])
        if not last.days and link is not Glue.TO and len(phrase.points) == 1 and phrase.lasting is None:
            last.days.append(value)  # 上午 11.25
            return True
        if link is Glue.TO or (leaves and not phrase.to):
            phrase.to = True
            return self._add(token, [value])
        if link is None and phrase.lasting is None and not phrase.open and _confirms(value, last):
            last.days.append(value)
            return True
        if phrase.to or phrase.open or phrase.either or (self._measured and link is None):
            return False
        if len(phrase.points) == MOST_DAYS:
            phrase.unclear = True
            return False
        return self._add(token, [value])

    def _time(self, value: Part | Edge | Clock | TimeAway, token: Token) -> bool:
        phrase = self.phrase
        if phrase.back or self._measured or (phrase.to and self._link is not None):
            phrase.unclear = phrase.unclear or (phrase.to and self._link is Glue.JOIN)
            return False
        if not phrase.points:
            self._add(token, [])
        elif self._link is Glue.TO:
            phrase.to = True
            self._add(token, [])
        return _set_time(phrase.points[-1], value)

    def _add(self, token: Token, days: list[DayRef]) -> bool:
        self.phrase.points.append(Point(days, start=token.start, end=token.end))
        self._link = None
        return True


def _set_time(point: Point, value: Part | Edge | Clock | TimeAway) -> bool:
    if isinstance(value, TimeAway):
        fits = not (point.days or point.timed or point.part)
        point.away = point.away or value
        return fits
    if isinstance(value, Clock):
        fits = point.clock is None and not isinstance(point.part, Edge)
        point.clock = point.clock or value
        return fits
    if point.part is None and not point.timed:
        point.part = value
        return True
    if {point.part, value} == {Part.AM, Part.PM} and not point.timed:
        point.part = Part.WHOLE
        return True
    return value in (point.part, Part.WHOLE) or point.part is Part.WHOLE


def _confirms(value: DayRef, point: Point) -> bool:
    """周三 after 11月25日 says the same day again; 周三 after 周二 is the next one."""
    if len(point.days) != 1:
        return False
    kinds = {_kind(value), _kind(point.days[0])}
    return len(kinds) == 2 and None not in kinds


def _kind(value: DayRef) -> str | None:
    if isinstance(value, WeekDay):
        return "weekday"
    if isinstance(value, CalendarDay | MonthDay):
        return "date"
    return "offset" if isinstance(value, Offset | Away) else None
