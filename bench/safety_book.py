"""Somebody else's book of what has to be said about safety, to whom and at which minute: nothing of the bot's is used.

It knows the sample company by name and what people did when, and works the rest out from the rules as they are written
for people (493号令 art. 9, 13, 29; 工伤保险条例 art. 17; docs/safety.md, docs/decisions 37-41): minute by minute for
calls, morning by morning for hazards. `away`: when no process was there; what fell due then is due at its end.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from bench.leave_book import works
from bench.safety_days import GROUPS, OFFICER, Days
from bench.safety_time import (
    DAY,
    MINUTE,
    NINE,
    Away,
    Line,
    loud,
    quiet,
    there,
    workdays,
    worked,
    working_after,
    working_before,
)

TOP, ABOVE = "zhaoguoqiang", "qianweidong"
HEADS = (ABOVE, "sunli", TOP)  # who heads the unit
LEADS = "wangqiang"  # the department of whoever reports
OFFICE = ("lina", "zhoumin")  # human resources
CHAIN = (OFFICER, LEADS, "wuguan", *OFFICE)
HALF = timedelta(minutes=30)


@dataclass(slots=True)
class Accident:
    """`kind`: fire, death or cut. Each moment: when somebody said so; None: nobody did."""

    number: str
    at: datetime
    reporter: str
    kind: str
    taken: datetime | None = None
    taker: str = ""
    closed: datetime | None = None
    filed: datetime | None = None
    injury_filed: datetime | None = None


@dataclass(slots=True)
class Hazard:
    """As `Accident`. `due`: the last day to put it right."""

    number: str
    at: datetime
    major: datetime | None = None
    decided: datetime | None = None
    reported: datetime | None = None
    assigned: datetime | None = None
    owner: str = ""
    due: date | None = None
    accepted: datetime | None = None
    fixed: datetime | None = None
    closed: datetime | None = None


@dataclass
class Book:
    """`until`: up to when it is worked out."""

    begin: datetime
    until: datetime
    away: list[Away] = field(default_factory=list)
    accidents: list[Accident] = field(default_factory=list)
    hazards: list[Hazard] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.days = Days(self.begin, self.until, self.away)

    def lines(self) -> list[Line]:
        """Each once, in order."""
        found = {line for each in self.accidents for line in self._accident(each)}
        found |= {line for each in self.hazards for line in self._hazard(each)}
        found |= set(self._weeks()) | self.days.lines()
        return sorted(line for line in found if self.begin <= line.at <= self.until)

    def there(self, at: datetime) -> datetime:
        """When it is really done."""
        return there(self.away, at)

    # ---- accidents

    def _accident(self, it: Accident) -> Iterator[Line]:
        over = min(filter(None, (it.taken, it.closed)), default=self.until)
        calls = self._urgent_calls(it) if it.kind != "cut" else self._calls(it)
        for line in calls:
            if line.at < over or line.at == it.at:
                yield line
        ends = it.closed or self.until
        for line in (*self._hour(it), *self._days(it)):
            if line.at < ends or line.at == it.at:
                yield line

    def _urgent_calls(self, it: Accident) -> Iterator[Line]:
        """Two at once, then one a minute, three times over."""
        people, at = (*CHAIN, *HEADS), it.at
        for _ in range(3):
            yield Line(at, people[0], f"{it.number} call")
            yield Line(at, people[1], f"{it.number} call")
            for user in people[2:]:
                at = self.there(at + MINUTE)
                yield Line(at, user, f"{it.number} call")
            at = self.there(at + MINUTE)
            yield Line(at, it.reporter, f"{it.number} nobody")
            at = self.there(at + 5 * MINUTE)

    def _calls(self, it: Accident) -> Iterator[Line]:
        """A cut finger: one after the other, four hours of work apart, and no executive."""
        at = it.at
        for user in CHAIN:
            yield Line(at, user, f"{it.number} call")
            at = self.there(worked(at, 4))
        yield Line(at, it.reporter, f"{it.number} nobody")

    def _hour(self, it: Accident) -> Iterator[Line]:
        card = f"{it.number} clock"
        if it.kind == "cut":
            yield Line(self.there(loud(it.at)), OFFICER, f"{it.number} inside")
            return
        yield Line(it.at, OFFICER, card)
        yield Line(it.at, OFFICER, f"{it.number} scene")
        called = self.there(it.at if it.kind == "death" else it.at + 5 * MINUTE)
        if not (it.taken and it.taker in HEADS and it.taken < called):
            yield from (Line(called, user, card) for user in HEADS)
        for minutes in (30, 45, 55, 60):
            at = self.there(it.at + minutes * MINUTE)
            if it.filed is None or at < it.filed:
                yield from (Line(at, user, card) for user in (OFFICER, *HEADS))

    def _days(self, it: Accident) -> Iterator[Line]:
        event = it.at.date()
        if it.kind != "cut":
            window = event + DAY * (7 if it.kind == "fire" else 30)
            for left in (2, 0):
                yield Line(self._morning(it, window - DAY * left), OFFICER, f"{it.number} window")
            for left in (7, 0):
                yield Line(self._morning(it, event + DAY * (60 - left)), OFFICER, f"{it.number} investigation")
        if it.kind != "fire":
            for left in (20, 7, 1):
                at = self._morning(it, event + DAY * (30 - left))
                if it.injury_filed is None or at < it.injury_filed:
                    yield from (Line(at, user, f"{it.number} injury") for user in (OFFICER, *OFFICE))

    def _morning(self, it: Accident, day: date) -> datetime:
        """On the last working day up to it; where that was before the accident, on the day itself. Never at night."""
        at = datetime.combine(working_before(day), NINE, it.at.tzinfo)
        at = self.there(at if at > it.at else datetime.combine(day, NINE, it.at.tzinfo))
        return at if time(8) <= at.time() < time(21) else _next(at, time(8))

    # ---- hazards

    def _hazard(self, it: Hazard) -> Iterator[Line]:
        yield from self._unassigned(it)
        if it.major:
            yield from self._stop(it, it.major)
            yield from self._reports(it)
        day = self.begin.date()
        while day <= self.until.date():
            at = datetime.combine(day, NINE, it.at.tzinfo)
            day += DAY
            if at > it.at and (works(at.date()) or _is_major(it, at)):
                yield from self._said_in_the_morning(it, self._then(it, at))
        if it.closed:
            yield from self._closed(it, it.closed)

    def _then(self, it: Hazard, at: datetime) -> datetime:
        """What nobody was there to say is said when somebody is; at night and on days of rest only of major ones."""
        late = self.there(at)
        if late == at or _is_major(it, late) or not quiet(late):
            return late
        day = working_after(late.date() if late.time() < NINE else late.date() + DAY)
        return self._then(it, datetime.combine(day, NINE, at.tzinfo))

    def _unassigned(self, it: Hazard) -> Iterator[Line]:
        whole = it.major is not None
        first = it.at + HALF if whole else _with_the_others(it.at + HALF)
        second = first + HALF if whole else _with_the_others(first + HALF)
        for at, user in ((first, OFFICER), (second, ABOVE)):
            said = self.there(at)
            if said != at and self._is_said_anyway(it, second, said, user):
                continue
            if it.assigned is None or said < it.assigned:
                yield Line(said, user, f"{it.number} nobody has it")

    def _is_said_anyway(self, it: Hazard, second: datetime, late: datetime, user: str) -> bool:
        """At night the morning says it; what would come together with the morning's word is left out."""
        if quiet(late) and it.major is None:
            return True
        morning = datetime.combine(second.date(), NINE, second.tzinfo)
        while morning <= second or not (works(morning.date()) or it.major):
            morning += DAY
        return user == OFFICER and self._then(it, morning) == late

    def _stop(self, it: Hazard, graded: datetime) -> Iterator[Line]:
        over = min(filter(None, (it.decided, it.closed)), default=self.until)
        for at, users in ((graded + HALF, (TOP,)), (graded + 2 * HALF, (OFFICER, ""))):
            said = self.there(at)
            for user in users:
                if said < over:
                    yield Line(said, user or _above(it, said), f"{it.number} stop")

    def _reports(self, it: Hazard) -> Iterator[Line]:
        """A word a day from the owner of a major one, on every day of the week."""
        day = self.begin.date()
        while it.assigned and day <= self.until.date():
            for when, user, what in ((time(16, 30), it.owner, "daily"), (time(18, 30), OFFICER, "daily missed")):
                at = self.there(datetime.combine(day, when, it.at.tzinfo))
                if at > it.assigned and (it.closed is None or at < it.closed):
                    yield Line(at, user, f"{it.number} {what}")
            day += DAY

    def _said_in_the_morning(self, it: Hazard, at: datetime) -> Iterator[Line]:
        if it.closed and at > it.closed:
            return
        if _is_major(it, at) and not (it.reported and it.reported < at):
            yield Line(at, OFFICER, f"{it.number} file")
        if it.assigned is None or at < it.assigned:
            yield from self._still_nobody(it, at)
        elif it.fixed and it.fixed < at:
            for user in (OFFICER, TOP if _is_major(it, at) else LEADS):
                if user != it.owner:
                    yield Line(at, user, f"{it.number} verify")
        elif it.due:
            yield from self._with_its_owner(it, at, it.due)

    def _still_nobody(self, it: Hazard, at: datetime) -> Iterator[Line]:
        second = it.at + 2 * HALF if it.major else _with_the_others(_with_the_others(it.at + HALF) + HALF)
        if at <= second:
            return
        yield Line(at, OFFICER, f"{it.number} nobody has it")
        if self._first_morning(it, at, lambda then: workdays(it.at.date() + DAY, then.date()) >= 3):
            yield Line(at, TOP, f"{it.number} nobody has it")

    def _with_its_owner(self, it: Hazard, at: datetime, due: date) -> Iterator[Line]:
        over = self._over(it, at)
        if over == 0:
            if not (it.accepted and it.accepted < at):
                yield Line(at, it.owner, f"{it.number} accept")
            before = due - DAY if _is_major(it, at) else working_before(due - DAY)
            reminded = datetime.combine(before, NINE, at.tzinfo)
            if it.assigned and reminded > it.assigned and self._then(it, reminded) == at:
                yield Line(at, it.owner, f"{it.number} tomorrow")
            return
        yield Line(at, it.owner, f"{it.number} overdue")
        for days, user, what in ((3, _above(it, at), "day 3"), (7, TOP, "day 7")):
            if self._first_morning(it, at, lambda then, days=days: self._over(it, then) >= days):  # type: ignore[misc]
                yield Line(at, user, f"{it.number} overdue {what}")

    def _over(self, it: Hazard, at: datetime) -> int:
        """Days overdue; of a general one those on which people work."""
        if it.due is None or at.date() <= it.due:
            return 0
        return (at.date() - it.due).days if _is_major(it, at) else workdays(it.due + DAY, at.date())

    def _first_morning(self, it: Hazard, at: datetime, true: Callable[[datetime], bool]) -> bool:
        """Whether it is the first of its mornings of which that is true."""
        if not true(at):
            return False
        day = it.at.date()
        while day < at.date():
            morning = datetime.combine(day, NINE, at.tzinfo)
            day += DAY
            if morning > it.at and (works(morning.date()) or _is_major(it, morning)):
                then = self._then(it, morning)
                if then < at and true(then):
                    return False
        return True

    def _closed(self, it: Hazard, closed: datetime) -> Iterator[Line]:
        told = loud(closed)
        late = self.there(told) if told != closed else told
        yield from (Line(loud(late), room, f"{it.number} closed") for room in GROUPS)
        seen = datetime.combine(working_after(closed.date() + 30 * DAY), NINE, closed.tzinfo)
        seen = loud(self.there(seen)) if it.major is None else self.there(seen)
        for user in (OFFICER, TOP if it.major else LEADS):
            if user != it.owner:
                yield Line(seen, user, f"{it.number} look back")

    # ---- all hazards together

    def _weeks(self) -> Iterator[Line]:
        day = self.begin.date()
        while day <= self.until.date():
            monday = day - DAY * day.weekday()
            if works(day) and not workdays(monday, day - DAY):
                at = datetime.combine(day, NINE, self.begin.tzinfo)
                said = self.there(at)
                if said - at <= timedelta(hours=10) and any(_is_open(each, said) for each in self.hazards):
                    yield Line(said, LEADS, "to do")
            quarter = date(day.year, 4 if day.month < 7 else 7, 15)
            if works(day) and workdays(day, quarter - DAY) in (5, 1) and day < quarter:
                yield Line(self.there(datetime.combine(day, time(9, 20), self.begin.tzinfo)), OFFICER, "quarter")
            if works(day) and not workdays(day + DAY, monday + 6 * DAY):
                yield from self._week_ends(datetime.combine(day, time(15), self.begin.tzinfo), monday)
            day += DAY

    def _week_ends(self, at: datetime, monday: date) -> Iterator[Line]:
        since = datetime.combine(working_before(monday - DAY), time(15), at.tzinfo)
        said = self.there(at)
        lately = [each for each in self.hazards if each.closed and since <= each.closed < at]
        if lately and said - at <= timedelta(hours=5):
            yield from (Line(said, room, "closed this week") for room in GROUPS)


def _with_the_others(at: datetime) -> datetime:
    """When people may be disturbed, and not before nine: then they read everything of the morning at once."""
    awake = loud(at)
    return max(awake, datetime.combine(awake.date(), NINE, awake.tzinfo))


def _is_major(it: Hazard, at: datetime) -> bool:
    return it.major is not None and it.major <= at


def _is_open(it: Hazard, at: datetime) -> bool:
    return it.at < at and not (it.closed and it.closed < at)


def _above(it: Hazard, at: datetime) -> str:
    """Who stands above the owner; as long as nobody has it, who leads the department."""
    return ABOVE if it.assigned and it.assigned <= at and it.owner == LEADS else LEADS


def _next(at: datetime, when: time) -> datetime:
    then = datetime.combine(at.date(), when, at.tzinfo)
    return then if then > at else then + DAY
