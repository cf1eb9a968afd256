"""What is looked for in the trail: a number, somebody, a day, a command; several of them narrow it down."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Final, Self

from bot.arguments.requests import RequestNumber
from bot.domain.figures.periods import Period
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_day import read_day
from bot.when.read_report_period import read_report_period
from bot.when.view import Lean
from bot.when.written.numerals import number

_LATELY: Final = regex(
    r"(?:最近|近|过去)\s?(?:(?P<number>\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(?P<unit>天|日|周|星期|月)|(?=\s|$))"
)
_DAYS: Final = {"天": 1, "日": 1, "周": 7, "星期": 7, "月": 30}
_ASKED: Final = regex(
    "^(?:(?:请|帮我|我?要|我?想)?(?:查一下|查查|查下|查看|看看|看一下|查|看)|一?下|谁|的)+|(?:的)?(?:操作|记录|动作|日志)+$"
)
_COMMAND: Final = regex(r"/\s?(\S+)")


@dataclass(frozen=True, slots=True)
class AuditQuery:
    wanted: ClassVar[str] = (
        "查谁、哪个编号、哪一天（或最近几天），还是哪个命令？"
        "例如：/审计 张三 最近一周，或 /审计 WG-20261122-001，或 /审计 /禁言。"
    )

    number: str | None = None
    person: Person | None = None
    first: date | None = None
    last: date | None = None
    command: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for what is none of these."""
        numbered = RequestNumber.read(words, scene)
        command = words.take(_COMMAND)
        days = _days(words, scene)
        words.left = _ASKED.sub("", words.left.strip(" ，,"))
        spotted = scene.company.finder.people.spot(words.left) if words.left.strip() else None
        if spotted and len(spotted.people) == 1:
            words.left = words.left[: spotted.start] + words.left[spotted.end :]
        left = _ASKED.sub("", words.rest().strip(" @的，,")).strip(" @的")
        if left:
            raise UserError(Code.NOT_FOUND, f"「{left}」不是同事、编号、日期或命令。{cls.wanted}")
        found = cls(
            numbered.number if numbered else None,
            spotted.people[0] if spotted else None,
            days[0] if days else None,
            days[1] if days else None,
            command[1] if command else None,
        )
        return found if found != cls() else None

    @property
    def days(self) -> tuple[date, date] | None:
        return (self.first, self.last) if self.first and self.last else None

    def explained(self) -> Mapping[str, Any]:
        told = {
            "id": self.number,
            "target": self.person.name if self.person else None,
            **self._days_explained(),
            "command": self.command,
        }
        return {key: value for key, value in told.items() if value}

    def _days_explained(self) -> Mapping[str, str | None]:
        if self.days is None:
            return {}
        first, last = (each.isoformat() for each in self.days)
        return {"date": first} if first == last else {"from": first, "to": last}


def _days(words: Words, scene: Scene) -> tuple[date, date] | None:
    """A day, the last so many, or a week, a month, a year: from the first to the last of them."""
    today = scene.now.date()
    if lately := words.take(_LATELY):
        return today - timedelta(days=_many(lately) - 1), today
    if period := read_report_period(words.left, today):
        words.left = period.rest
        whole = Period.of(period.settled())
        return whole.first, whole.last
    if day := read_day(words.left, scene.now, scene.calendar, lean=Lean.PAST):
        words.left = day.rest
        return day.settled(), day.settled()
    return None


def _many(lately: re.Match[str]) -> int:
    """最近 by itself is a week."""
    if lately["number"] is None:
        return 7
    unit = _DAYS[lately["unit"]]
    return max(1, unit // 2) if lately["number"] == "半" else max(1, (number(lately["number"]) or 1) * unit)
