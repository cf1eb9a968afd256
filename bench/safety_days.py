"""Somebody else's book of what is said by the date: the safety calendar, and notices that come again or are confirmed.

The table is copied by hand from what the calendar means to say of 2026, not read from it; holidays are those that were
published. Nothing of the bot's is used.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo

from bench.leave_book import works
from bench.safety_time import DAY, NINE, Away, Line, loud, there, working_after, working_before

GROUPS = ("headquarters", "projecta", "projectb")
OFFICER = "chenan"
DEPARTMENTS = (OFFICER, "fengxiao", "gaofeng", "guotao", "mali", "wangqiang", "wuguan", "zhoumin")
ROOM = "projecta"
MEMBERS = (
    *("abdulla", "hemiao", "liuyang0086", "liuyang0213", "ouyangjing"),
    *("wangqiang", "zhangsan", "zhaoguoqiang", "zhengqun"),
)
HOLIDAYS = (
    ("元旦", date(2026, 1, 1), date(2026, 1, 3)),
    ("春节", date(2026, 2, 15), date(2026, 2, 23)),
    ("清明节", date(2026, 4, 4), date(2026, 4, 6)),
    ("劳动节", date(2026, 5, 1), date(2026, 5, 5)),
    ("端午节", date(2026, 6, 19), date(2026, 6, 21)),
    ("中秋节", date(2026, 9, 25), date(2026, 9, 27)),
    ("国庆节", date(2026, 10, 1), date(2026, 10, 7)),
)
DATES = {  # month, day -> its title and its weight; all at nine
    (2, 25): ("冬去春来，三件事", 2),
    (3, 8): ("妇女节的半天", 1),
    (4, 15): ("雨季快到了，先把水路看好", 2),
    (4, 25): ("职业病防治法宣传周", 2),
    (4, 28): ("世界工作安全与健康日", 2),
    (5, 4): ("青年节的半天", 1),
    (5, 12): ("全国防灾减灾日", 2),
    (5, 15): ("天热之前先备好", 2),
    (6, 1): ("全国安全生产月开始了", 3),
    (6, 16): ("全国安全宣传咨询日", 3),
    (7, 10): ("三伏天，互相看着点", 2),
    (7, 20): ("主汛期，下雨前后各看一次", 2),
}


@dataclass(frozen=True, slots=True)
class Saying:
    """Something of one day to all groups. `weekly`: it gives way to whatever weighs more that day."""

    at: datetime
    title: str
    weight: int = 0
    weekly: bool = False


def sayings(day: date, zone: tzinfo | None) -> list[Saying]:
    """What groups are told that day, in order."""
    if not works(day):
        return []
    found = list(_sayings(day, zone))
    most = max((each.weight for each in found), default=0)
    return sorted((each for each in found if not each.weekly or each.weight == most), key=lambda each: each.at)


def _sayings(day: date, zone: tzinfo | None) -> Iterator[Saying]:
    for (month, number), (title, weight) in DATES.items():
        if working_before(date(2026, month, number)) == day:
            yield Saying(datetime.combine(day, NINE, zone), title, weight)
    for name, first, last in HOLIDAYS:
        if working_before(first - 3 * DAY) == day:
            yield Saying(datetime.combine(day, time(10), zone), f"{name}前的检查", 5)
        if name == "春节" and working_before(first - 10 * DAY) == day:
            yield Saying(datetime.combine(day, time(10), zone), "春节停工前的准备", 4)
        if working_before(first - DAY) == day:
            yield Saying(datetime.combine(day, time(15), zone), "明天起放假，走之前看一眼", 6)
        if working_after(last + DAY) == day:
            title = "开工第一课" if name == "春节" else f"{name}后第一天，慢半拍再开工"
            yield Saying(datetime.combine(day, time(8), zone), title, 6)
    if day == nth_working(day, 2):
        yield Saying(datetime.combine(day, time(10), zone), "上个月的安全简报")
    for weekday, when, title in ((0, time(8), ""), (2, time(10), "每周学一条"), (4, time(16, 30), "周末前查四样")):
        if day == in_its_week(day - (day.weekday() - weekday) * DAY):
            june = weekday == 2 and date(2026, 6, 2) <= day <= date(2026, 6, 30)
            named = "安全生产月，每周学一条" if june else title or f"{day.month}月{day.day}日"
            yield Saying(datetime.combine(day, when, zone), named, int(june), weekly=True)


def nth_working(day: date, number: int) -> date:
    """Of its month."""
    days = [each for n in range(1, 29) if works(each := day.replace(day=n))]
    return days[number - 1]


def in_its_week(day: date) -> date | None:
    """That day, or the first working one after it in its week."""
    rest = [day + n * DAY for n in range(7 - day.weekday())]
    return next(filter(works, rest), None)


@dataclass(slots=True)
class Duty:
    """Who has answered before a holiday that its duty roster is made."""

    answered: dict[str, datetime] = field(default_factory=dict)


@dataclass(slots=True)
class Recurring:
    """`falls`: on which days, before days of rest are looked at. `rule`: next, before or skip."""

    number: str
    since: datetime
    at: time
    falls: Callable[[date], bool]
    rule: str


@dataclass(slots=True)
class Confirmed:
    """A notice that its readers confirm: `by` whom and when."""

    number: str
    at: datetime
    by: dict[str, datetime] = field(default_factory=dict)


@dataclass
class Days:
    begin: datetime
    until: datetime
    away: list[Away]
    duties: dict[str, Duty] = field(default_factory=dict)
    recurring: list[Recurring] = field(default_factory=list)
    confirmed: list[Confirmed] = field(default_factory=list)

    def lines(self) -> set[Line]:
        day, found = self.begin.date(), set[Line]()
        while day <= self.until.date():
            found |= set(self._calendar(day))
            day += DAY
        for each in self.recurring:
            found |= set(self._recurring(each))
        for one in self.confirmed:
            found |= set(self._reminders(one))
        return found

    def _calendar(self, day: date) -> Iterator[Line]:
        said: dict[datetime, list[Saying]] = {}
        for each in sayings(day, self.begin.tzinfo):
            said.setdefault(there(self.away, each.at), []).append(each)
        for at, several in said.items():
            if at.date() == day and at.time() < time(21):  # what was missed: the weightiest, and the latest of those
                best = max(several, key=lambda each: (each.weight, each.at))
                yield from (Line(at, room, f"calendar {best.title}") for room in GROUPS)
        if not works(day):
            return
        yield from self._plans(day)
        if day == nth_working(day, 2):
            yield from self._reports(day)
        for name, first, _ in HOLIDAYS:
            if working_before(first - 3 * DAY) == day:
                yield from self._duties(name, day)

    def _plans(self, day: date) -> Iterator[Line]:
        at = there(self.away, datetime.combine(day, NINE, self.begin.tzinfo))
        if day != nth_working(day, 1) or at.date() != day or at.time() >= time(21):
            return
        yield from (Line(at, user, "calendar month") for user in DEPARTMENTS)
        if day.month in (1, 4, 7, 10):
            yield Line(at, OFFICER, "calendar quarter")

    def _reports(self, day: date) -> Iterator[Line]:
        """Heads of departments are asked how the month before was; nobody answers here."""
        asked = there(self.away, datetime.combine(day, time(14), self.begin.tzinfo))
        if asked.date() != day or asked.time() >= time(21):
            return
        look = there(self.away, datetime.combine(working_after(day + DAY), time(9, 30), self.begin.tzinfo))
        for user in DEPARTMENTS:
            yield Line(asked, user, "report")
            yield Line(look, user, "report again")
        yield Line(look, OFFICER, f"reports missing {len(DEPARTMENTS)}")

    def _duties(self, name: str, day: date) -> Iterator[Line]:
        asked = there(self.away, datetime.combine(day, time(10, 30), self.begin.tzinfo))
        if asked.date() != day or asked.time() >= time(21):
            return
        yield from (Line(asked, user, f"duty {name}") for user in DEPARTMENTS)
        look = there(self.away, datetime.combine(working_after(day + DAY), time(9, 30), self.begin.tzinfo))
        answered = self.duties.get(name, Duty()).answered
        missing = [user for user in DEPARTMENTS if not (user in answered and answered[user] < look)]
        yield from (Line(look, user, "duty reminded") for user in missing)
        if missing:
            yield Line(look, OFFICER, f"duty missing {len(missing)}")

    def _recurring(self, it: Recurring) -> Iterator[Line]:
        for day in _days(it, self.until.date()):
            due = datetime.combine(day, it.at, self.begin.tzinfo)
            at = there(self.away, due)
            at = loud(at) if at - due >= timedelta(hours=1) else at
            if due > it.since:
                yield Line(at, ROOM, f"{it.number} posted")

    def _reminders(self, it: Confirmed) -> Iterator[Line]:
        yield Line(it.at, ROOM, f"{it.number} posted")
        yield from (Line(it.at, user, f"{it.number} given") for user in MEMBERS)
        day, mornings = it.at.date(), []
        for number in (1, 2, 3):
            day = working_after(day + DAY)
            if number != 2:
                due = datetime.combine(day, time(9, 30), self.begin.tzinfo)
                mornings.append(loud(there(self.away, due)))
        for at in sorted(set(mornings)):
            missing = [user for user in MEMBERS if not (user in it.by and it.by[user] < at)]
            yield from (Line(at, user, f"{it.number} confirm") for user in missing)
            if missing and at == mornings[-1]:
                yield Line(at, OFFICER, f"{it.number} unconfirmed")


def _days(it: Recurring, until: date) -> Sequence[date]:
    """Each once, days of rest dealt with by its rule."""
    found = dict[date, None]()
    day = it.since.date() - 31 * DAY
    while day <= until + 31 * DAY:
        if it.falls(day) and (works(day) or it.rule != "skip"):
            found[working_before(day) if it.rule == "before" else working_after(day)] = None
        day += DAY
    return list(found)
