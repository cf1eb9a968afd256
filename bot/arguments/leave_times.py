"""When somebody wants to be off, counted where the line says which kind: 明天下午, 12月2号起3天, 昨天夜班没上 补个假.

The kind decides how days are counted, so it is looked for before it is taken out of the line; the parameter of a kind
comes behind this one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from bot.arguments.despite import take_despite
from bot.arguments.leave_asker import ensure_own
from bot.arguments.leave_kinds import KindSaid, kind_said
from bot.arguments.leave_relations import relation_said
from bot.arguments.leave_wording import as_line, ensure_such_a_day, says_due, tells_why, veiled
from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.leave.amounts import Counting
from bot.domain.leave.counting.cost import Counted
from bot.domain.leave.counting.lasting import usual_end
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.requests.request import When
from bot.domain.leave.requests.wishes import Wanted, Weighed, weigh
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, Defect, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_daily_hours import DailyHours, read_daily_hours
from bot.when.read_period import read_period
from bot.when.read_until import read_until
from bot.when.results.outcomes import Taken
from bot.when.results.period import OpenSpan
from bot.when.said.month_days import ROLL_OVER
from bot.when.said.times import Edge
from bot.when.view import Lean

_RETRO: Final = regex(
    r"补.{1,8}的[年病事婚产丧]?假|补(?:个|一个|一下|下|请|交|一?天|[两二三\d]天|半天|一?次)?(?:[年病事婚产丧]|陪产|哺乳)?假|补请|补交|补办|假[我帮给]{0,2}补[一上个]"
)
_RETRO_WORD: Final = regex(r"补假|补请|补交|补办|(?<=假)[我帮给]{0,2}补(?:一下|上|一?个)")
_NOT_WORKED: Final = regex(r"(?:没上|没去|没来|没能上|没到岗|请了|歇了)(?:上?班|了|成)?")
_CONTINUES: Final = regex(r"续(?:假|请)?\s*([A-Z]{2}-\d{8}-\d{3,6})")
_LENGTH: Final = regex("(?<![今明后昨前当])天|个月|星期|周(?!末)")
_WISHED: Final = regex("[请休补报想要]|申请|提交|需要|发起|续")
_WHOLE_DAY: Final = regex(r"全天|一整天|整天")


@dataclass(frozen=True, slots=True)
class LeaveTime:
    """`weighed`: as soon as the kind is known, too. `assumed`: a default decided on the hour or the day.

    `continues`: the number of the leave that it prolongs; `despite`: of trips that he knows it goes over.
    """

    wanted: ClassVar[str] = "从哪天开始请？例如明天，或 11月25日至27日。"

    when: When | None
    weighed: Weighed | None = None
    retro: bool = False
    assumed: bool = False
    private: bool = False
    today: date = date.min
    continues: str | None = None
    despite: frozenset[str] = frozenset()

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if scene.sender is None:
            return None
        ensure_own(words.narrow, scene.sender, scene.company)
        words.left = as_line(words.left)
        despite = take_despite(words)
        prolonged = words.take(_CONTINUES)
        continues = prolonged[1] if prolonged else None
        said = kind_said(words.left, scene.company.leave.types)
        retro = _RETRO.search(words.narrow) is not None
        schedule = scene.company.schedule(scene.sender.user_id)
        found = _daily(words, said, schedule, scene) or _once(words, said, schedule, scene, retro=retro)
        words.take(_RETRO_WORD)
        if found is None:
            _ensure_wished(words, said)
            return None
        when, assumed = found
        if retro and _is_ahead(when, scene.now):
            retro, assumed = False, True
        assumed = assumed or _is_long_ago(when, scene.now)
        words.take(_WHOLE_DAY)
        weighed = None
        if said and when:
            wanted = Wanted(
                said.kind.name, when, relation=_relation(said.kind, words.left), retro=retro, continues=continues
            )
            weighed = weigh(wanted, scene.sender.user_id, scene.company, scene.now)
        return cls(when, weighed, retro, assumed, scene.in_group, scene.now.date(), continues, despite)

    def wanted_of(self, kind: LeaveType, reason: str) -> Wanted:
        """With what the rest of the line says."""
        if self.when is None:
            raise Defect("a leave without its days got past its questions")
        relation = self.weighed.wanted.relation if self.weighed else ""
        return Wanted(kind.name, self.when, reason, relation, self.retro, self.continues)

    @property
    def guess(self) -> str | None:
        asked = [each.said.rstrip("。") for each in self.weighed.remarks if each.asks] if self.weighed else []
        return "；".join(asked) or (self._said if self.assumed else None)

    @property
    def echo(self) -> str:
        """`年假 11月23日(周一)下午，0.5 天`, unless the guess says it."""
        return "" if self.guess == self._said else self._said

    @property
    def _said(self) -> str:
        if self.weighed:
            return self.weighed.said(self.today)
        return self.when.said(self.today) if self.when else ""

    def explained(self) -> Mapping[str, Any]:
        shown: dict[str, Any] = dict(_shown_when(self.when)) if self.when else {}
        if self.weighed:
            shown |= _shown_amount(self.weighed)
            if relation := self.weighed.wanted.relation:
                shown["relation"] = relation
        if self.retro:
            shown["retro"] = True
        if self.continues:
            shown["continues"] = self.continues
        if self.private:
            shown["reply"] = "private"
        return shown


def _is_ahead(when: When | None, now: datetime) -> bool:
    """What is still to come is asked for, and not made good."""
    return when is not None and _first_day(when) > now.date()


def _is_long_ago(when: When | None, now: datetime) -> bool:
    """Further back than a date is meant that says no year: a slip, perhaps."""
    return when is not None and now.date() - _first_day(when) > timedelta(days=ROLL_OVER)


def _first_day(when: When) -> date:
    return when.start.date() if isinstance(when, TimeSpan) else when.start


def _ensure_wished(words: Words, said: KindSaid | None) -> None:
    """Raises UserError for a sentence that names a kind, and neither a day nor that anybody wishes for it."""
    rest = _without(words, said).strip(" ，,。.！!？?、")
    if words.guessed and said and not said.guessed and rest and not _WISHED.search(rest):
        raise UserError(Code.UNKNOWN_COMMAND, "这句我没听懂。要请假，发 /请假 加上种类和日期。")


def _relation(kind: LeaveType, text: str) -> str:
    return relation_said(text) if kind.relations else ""


def _once(
    words: Words, said: KindSaid | None, schedule: Schedule, scene: Scene, *, retro: bool
) -> tuple[When | None, bool] | None:
    kind = said.kind if said else None
    by_calendar = kind is not None and kind.counting is Counting.CALENDAR
    line = _without(words, said)
    own = veiled(line)
    another = says_due(line) or (tells_why(line) and not retro) or read_until(own.text, scene.now, schedule.calendar)
    taken = read_period(
        own.text if another else line,
        scene.now,
        schedule.calendar,
        schedule.shift,
        lean=Lean.PAST if retro else Lean.FUTURE,
        by_calendar=by_calendar,
    )
    if taken is None:
        ensure_such_a_day(line)
        return None
    period = taken.settled()
    length_said = _says_length(taken)
    rest = own.lifted(_NOT_WORKED.sub("", taken.rest) if retro else taken.rest)
    words.left = f"{_named(words, said)} {rest}".strip()
    when: When | None
    if isinstance(period, OpenSpan):
        when = _closed(period, kind, schedule)
    elif kind and _begins_only(period, kind, length_said=length_said):
        when = _closed(OpenSpan(period.start), kind, schedule) if isinstance(period, Span) else period
    else:
        when = period
    return when, taken.assumed


def _without(words: Words, said: KindSaid | None) -> str:
    """The line with blanks where the kind stands, so that 年假 is no year."""
    if said is None:
        return words.left
    return f"{words.left[: said.start]}{' ' * (said.end - said.start)}{words.left[said.end :]}"


def _named(words: Words, said: KindSaid | None) -> str:
    """The kind's own words, which a time may stand around: 一天年假12月1日."""
    return words.left[said.start : said.end] if said else ""


def _says_length(taken: Taken[Any]) -> bool:
    return any(_LENGTH.search(taken.text[start:end]) for start, end in taken.spans)


def _begins_only(period: Span | TimeSpan, kind: LeaveType, *, length_said: bool) -> bool:
    """产假 12月1号, 婚假 12.7: what has a usual length is taken as a whole, unless somebody says how long."""
    single = isinstance(period, Span) and period.start == period.end and not period.start_half
    return single and kind.lasts is not None and not length_said


def _closed(start: OpenSpan, kind: LeaveType | None, schedule: Schedule) -> Span | None:
    """Raises UserError where the kind has no usual length."""
    if kind is None:
        return None
    end = usual_end(kind, start.start, schedule)
    if end is None:
        raise UserError(Code.MISSING_ARG, "请到哪天，或者请几天？", missing=("end",))
    return Span(start.start, end, start_half=start.half if start.half is Half.PM else None)


def _daily(words: Words, said: KindSaid | None, schedule: Schedule, scene: Scene) -> tuple[Daily, bool] | None:
    """哺乳假 每天下午提前1小时下班 到明年3月31号; it begins on the next day of work where nothing else is said."""
    taken = read_daily_hours(_without(words, said)) if said and said.kind.recurs else None
    if taken is None or said is None:
        return None
    hours: DailyHours = taken.settled()
    first, last, rest = _first_and_last(taken.rest, schedule, scene.now)
    words.left = f"{_named(words, said)} {rest}".strip()
    edge = ShiftEdge.END if hours.edge is Edge.END else ShiftEdge.START
    return Daily(first or schedule.next_worked(scene.now.date()), last, hours.minutes, edge), first is None


def _first_and_last(text: str, schedule: Schedule, now: datetime) -> tuple[date | None, date, str]:
    """Of what recurs, with the text without them; the first may be left unsaid. Raises UserError."""
    whole = read_period(text, now, schedule.calendar, schedule.shift, by_calendar=True)
    if whole and isinstance(whole.value, Span) and whole.value.start < whole.value.end:
        return whole.value.start, whole.value.end, whole.rest
    until = read_until(text, now, schedule.calendar)
    if until is None:
        raise UserError(Code.MISSING_ARG, "请到哪天为止？例如到明年3月31日。", missing=("until",))
    begun = read_period(until.rest, now, schedule.calendar, schedule.shift)
    if begun is None:
        return None, until.settled(), until.rest
    start = begun.settled().start
    return start.date() if isinstance(start, datetime) else start, until.settled(), begun.rest


def _shown_when(when: When) -> Iterator[tuple[str, Any]]:
    if isinstance(when, Daily):
        yield "recurring", "workday"
        yield "start", when.start.isoformat()
        yield "hours_per_day", _number(Decimal(when.minutes) / 60)
        yield "at", when.at.value
        yield "until", when.until.isoformat()
    elif isinstance(when, TimeSpan):
        yield "start", f"{when.start:%Y-%m-%dT%H:%M}"
        yield "end", f"{when.end:%Y-%m-%dT%H:%M}"
    else:
        yield "start", when.start.isoformat()
        if when.start_half:
            yield "start_half", when.start_half.name
        yield "end", when.end.isoformat()
        if when.end_half:
            yield "end_half", when.end_half.name


def _shown_amount(weighed: Weighed) -> Iterator[tuple[str, Any]]:
    if weighed.counted:
        yield from _shown_count(weighed.counted, weighed)
    when = weighed.wish.when
    if isinstance(when, TimeSpan) and weighed.schedule.shift.over_midnight:
        yield "shift_date", weighed.schedule.date_of(when.start).isoformat()
    if weighed.wish.provisional:
        yield "provisional", True


def _shown_count(counted: Counted, weighed: Weighed) -> Iterator[tuple[str, Any]]:
    by_the_clock = isinstance(weighed.wish.when, TimeSpan)
    if counted.counting is Counting.CALENDAR:
        yield "counting", "calendar"
    if counted.days is not None and not by_the_clock:
        yield "days", _number(counted.days)
    if not by_the_clock:
        yield "calendar_days", counted.calendar_days
    if counted.hours is not None and (by_the_clock or counted.counting is Counting.HOURS):
        yield "hours", _number(counted.hours)
    if len(counted.by_year) > 1:
        yield "split", {str(year): _number(amount) for year, amount in counted.by_year.items()}


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
