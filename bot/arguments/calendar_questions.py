"""What somebody wants to know of the calendar: a day, a holiday, a month, a year, or what comes next."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.domain.calendar.statutory import HOLIDAYS
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_day import read_day
from bot.when.written.numerals import SMALL, number

_HOLIDAY: Final = regex(
    r"(?P<name>元旦|新年(?!快乐|好)|春节|过年|清明|五一|劳动节|端午|中秋|国庆|十一(?!月|[号日点]))节?(?:假期|长假|放假)?"
)
_OTHER_NAMES: Final = {"新年": "元旦", "过年": "春节", "五一": "劳动节", "十一": "国庆节", "国庆": "国庆节"}
_YEAR: Final = regex(r"(?P<full>20\d\d)年?(?!\d|[-./])|(?<!\d)(?P<short>[2-9]\d)年|(?P<away>[去今本明后])年")
_AWAY: Final = {"去": -1, "今": 0, "本": 0, "明": 1, "后": 2}
_MONTH: Final = regex(rf"(?P<away>下下个|这个?|本|当|下个?)月|(?<![\d个])(?P<number>{SMALL})月份?(?!\d|{SMALL}[号日])")
_MONTHS_ON: Final = {"这": 0, "这个": 0, "本": 0, "当": 0, "下": 1, "下个": 1, "下下个": 2}
_PEOPLE: Final = regex("谁|哪些人|几个人|有人|多少人|哪位|同事|部门|回来|他|她|[我你](?!们|司)")
_OF_RIGHTS: Final = regex("加班|换(?:成|的)?调休")  # what one is owed, and no day of the calendar
_MADE_UP: Final = regex("调休|补班|补上班|周末.{0,4}上班|要上班的周末")


@dataclass(frozen=True, slots=True)
class CalendarQuestion:
    """One of `day`, `holiday` (with its `year`, where that was said), `month` (with its year), `year`; or what is next.

    `made_up`: the question is about days of rest that are worked.
    """

    wanted: ClassVar[str] = ""

    day: date | None = None
    holiday: str | None = None
    year: int | None = None
    month: int | None = None
    made_up: bool = False

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Takes all that is left; None where nothing was said."""
        if words.guessed and _OF_RIGHTS.search(words.narrow):
            raise UserError(Code.UNKNOWN_COMMAND, "这句我没听懂。问加班和调休怎么算，请找人力资源。")
        said, words.left = words.narrow.strip(), ""
        if not said:
            return None
        found = _YEAR.search(said)
        year = _year(found, scene.now.date()) if found else None
        left = said.replace(found[0], " ") if found else said
        made_up = bool(_MADE_UP.search(left))
        if holiday := _HOLIDAY.search(left):
            return cls(holiday=_named(holiday["name"]), year=year, made_up=made_up)
        if month := _MONTH.search(left):
            year, which = _month(month, year, scene.now.date())
            return cls(year=year, month=which, made_up=made_up)
        if taken := read_day(said, scene.now, scene.calendar):
            return cls(day=taken.settled())
        return cls(year=year, made_up=made_up)

    def explained(self) -> Mapping[str, Any]:
        said = {"date": self.day.isoformat() if self.day else None, "holiday": self.holiday, "year": self.year}
        return {name: value for name, value in {**said, "month": self.month}.items() if value is not None}


def asks_of_calendar(line: str, scene: Scene) -> bool:
    """Whether a question when people work or rest names nobody: 明天上班吗, 国庆放几天."""
    finder = scene.company.finder
    return not (_PEOPLE.search(line) or finder.people.spot(line) or finder.departments.spot(line))


def _named(name: str) -> str:
    name = _OTHER_NAMES.get(name, name)
    return next(each for each in HOLIDAYS if each.startswith(name))


def _year(found: re.Match[str], today: date) -> int:
    if found["away"]:
        return today.year + _AWAY[found["away"]]
    return int(found["full"] or f"20{found['short']}")


def _month(found: re.Match[str], year: int | None, today: date) -> tuple[int | None, int | None]:
    """The year and the month; a month alone is the next of its name."""
    if found["away"]:
        index = today.year * 12 + today.month - 1 + _MONTHS_ON[found["away"]]
        return index // 12, index % 12 + 1
    month = number(found["number"])
    if month is None or not 1 <= month <= 12:
        return year, None
    return year or today.year + (month < today.month), month
