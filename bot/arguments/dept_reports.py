"""A department's report as it is told: which department, which days, and what its head adds; or who hasn't told yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.arguments.report_days import ReportDays
from bot.domain.people import Department
from bot.domain.safety.dept_reports.period import Period
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_OVERVIEW: Final = regex(
    "^(?:[各]?部门)?(?:的)?(?:汇总|总表|全部|所有|各部门)|(?:哪些|哪几个|谁|有谁)(?:部门)?(?:还)?没(?:有)?(?:上?报|交)?"
)
_NOTHING: Final = regex(r"^(?:没有?|无)(?:要)?补充(?:的)?[。！!]?$")
_ADDS: Final = regex(r"^[\s，,、的]*(?:(?:补充|情况|说明)(?![的一下完到上说]))?[:：]?\s*")
_DATES: Final = regex(r"^(?P<first>\d{4}-\d\d-\d\d)到(?P<last>\d{4}-\d\d-\d\d)")
_PERIOD: Final = regex(
    r"^(?:\d{4}年)?\d{1,2}月份?|^(?:上|本|这)个?(?:月|周|星期|礼拜|季度)|^\d{4}-\d\d(?!-)|^\d{4}-?[wW]\d\d"
)


@dataclass(frozen=True, slots=True)
class DeptReportSaid:
    """In front stand the department and the days, if they are said at all; all else is what is added. `silent`: nothing
    is. `overview`: of all departments."""

    wanted: ClassVar[str] = "报什么？"

    department: Department | None = None
    period: Period | None = None
    words: str = ""
    silent: bool = False
    overview: bool = False

    @property
    def kept(self) -> bool:
        """Whether something is told, and not only looked at."""
        return self.silent or bool(self.words)

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self:
        overview, text = _overview(words.rest().strip())
        department, period = None, None
        for _ in range(2):  # in either order
            if department is None:
                department, text = _department(text, scene)
            if period is None:
                period, text = _period(text, scene)
        if overview or _overview(text)[0]:
            return cls(department, period, overview=True)
        added = _ADDS.sub("", text)
        silent = bool(_NOTHING.match(text.strip()))
        return cls(department, period, "" if silent else added, silent)

    def explained(self) -> Mapping[str, Any]:
        said = {
            "dept": self.department.name if self.department else "",
            "period": f"{self.period.first}/{self.period.last}" if self.period else "",
            "text": self.words,
        }
        return {key: value for key, value in said.items() if value}


def _overview(text: str) -> tuple[bool, str]:
    found = _OVERVIEW.match(text)
    return (True, text[found.end() :].lstrip(" ，,的")) if found else (False, text)


def _department(text: str, scene: Scene) -> tuple[Department | None, str]:
    """One that stands in front, by its whole name."""
    spotted = scene.company.finder.departments.spot(text)
    if spotted is None or spotted.guessed or spotted.start or len(spotted.departments) != 1:
        return None, text
    return spotted.departments[0], text[spotted.end :].lstrip(" ，,的")


def _period(text: str, scene: Scene) -> tuple[Period | None, str]:
    if dates := _DATES.match(text):
        days = date.fromisoformat(dates["first"]), date.fromisoformat(dates["last"])
        return Period(*days), text[dates.end() :].lstrip(" ，,的")
    found = _PERIOD.match(text)
    if found is None:
        return None, text
    said = ReportDays.read(Words(found[0]), scene)
    return Period(said.first, said.last), text[found.end() :].lstrip(" ，,的")
