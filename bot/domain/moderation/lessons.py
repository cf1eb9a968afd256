"""What somebody learns after 批评教育, before any warning (D15§九.1, S194): a few lines and one question."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from bot.domain.notices.notice import Quiz

_FILE: Final = "lessons.toml"


@dataclass(frozen=True, slots=True)
class Lesson:
    text: str
    quiz: Quiz


def lesson_of(code: str) -> Lesson | None:
    """By the code of what he did; None: there is none to teach, as of what only human resources handle."""
    return _lessons().get(code)


@cache
def _lessons() -> Mapping[str, Lesson]:
    raw = tomllib.loads(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    return MappingProxyType(
        {
            code: Lesson(each["lesson"], Quiz(each["question"], tuple(each["options"]), each["right"], each["why"]))
            for code, each in raw.items()
        }
    )
