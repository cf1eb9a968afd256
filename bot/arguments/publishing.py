"""What a department tells of its week, and what a month's publishing is about, as they are typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.domain.people import Department
from bot.errors import UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_month import read_month
from bot.when.results.outcomes import Impossible

_OVERVIEW: Final = regex("^(?:汇总|总表|全部|各部门|(?:哪些|哪几个|谁|有谁)(?:部门)?(?:还)?没(?:有)?(?:上?报|交))")
_NOTHING: Final = regex(r"^(?:这周|本周|这个星期)?(?:没有|无|没|没什么)(?:要报的|动态|了)?[。！!]?$")
_WEEK: Final = regex(r"^(?P<monday>20\d\d-\d\d-\d\d)那周[：:]\s*")
_MONTH: Final = regex(r"^(?:(?:20\d\d年|今年|明年)?\d{1,2}月份?|(?:这个?|本|下一?个?)月份?)(?:的)?(?:重点)?[\s：:，,]*")


@dataclass(frozen=True, slots=True)
class NewsSaid:
    """`week`: its Monday, where it isn't this one. `silent`: there is nothing. `overview`: of all departments."""

    wanted: ClassVar[str] = "有什么要让大家知道的？"

    department: Department | None = None
    week: date | None = None
    words: str = ""
    silent: bool = False
    overview: bool = False

    @property
    def kept(self) -> bool:
        """Whether something is told, and not only looked at."""
        return self.silent or bool(self.words)

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self:
        text = words.rest().strip()
        if _OVERVIEW.match(text):
            return cls(overview=True)
        department, text = _department(text, scene)
        if found := _WEEK.match(text):
            text = text[found.end() :]
        silent = bool(_NOTHING.match(text))
        week = date.fromisoformat(found["monday"]) if found else None
        return cls(department, week, "" if silent else text, silent)

    def explained(self) -> Mapping[str, Any]:
        said = {"dept": self.department.name if self.department else "", "text": self.words}
        return {key: value for key, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class FocusSaid:
    """`month`: its first day; None: nobody said which."""

    wanted: ClassVar[str] = "重点是什么？"

    month: date | None = None
    words: str = ""

    @property
    def kept(self) -> bool:
        return bool(self.words)

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self:
        """Raises UserError for a month that there isn't."""
        text = words.rest().strip()
        found = _MONTH.match(text)
        taken = read_month(found[0], scene.now.date()) if found else None
        if found is None or taken is None:
            return cls(None, text)
        if isinstance(taken.value, Impossible):
            raise UserError(taken.value.code, taken.value.sentence)
        month = taken.value if isinstance(taken.value, date) else None
        return cls(month, text[found.end() :].strip())

    def explained(self) -> Mapping[str, Any]:
        said = {"period": f"{self.month:%Y-%m}" if self.month else "", "text": self.words}
        return {key: value for key, value in said.items() if value}


def _department(text: str, scene: Scene) -> tuple[Department | None, str]:
    """One that stands in front, by its whole name, and apart from what follows."""
    spotted = scene.company.finder.departments.spot(text)
    if spotted is None or spotted.guessed or spotted.start or len(spotted.departments) != 1:
        return None, text
    rest = text[spotted.end :]
    return (spotted.departments[0], rest.lstrip(" ：:，,")) if not rest or rest[0] in " ：:，,\n" else (None, text)
