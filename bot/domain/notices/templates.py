"""Texts that are announced again and again, with blanks to fill in; a company has its own beside those that come along.

A blank is written 〔日期〕. A number in such brackets is one of a document's (国发〔2026〕3号) and no blank.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from bot.domain.notices.checks.finding import Finding
from bot.errors import Code
from bot.patterns import regex

LONGEST_NAME: Final = 12  # characters
LONGEST: Final = 600
MOST: Final = 30  # that a company keeps by command
NAMED: Final = 5  # blanks that a sentence names
_BLANK: Final = regex(r"〔[^〔〕\d][^〔〕]{0,14}〕|[＿_]{2,}")


@dataclass(frozen=True, slots=True)
class Template:
    """`text` begins with its title in 【】 where it has one; `name` is what people choose it by."""

    name: str
    text: str

    @property
    def words(self) -> str:
        """As an author sends it, once it is filled in."""
        return self.text if self.text.startswith("【") else f"【{self.name}】\n{self.text}"


@cache
def built_in() -> tuple[Template, ...]:
    raw = tomllib.loads(files(__package__).joinpath("templates.toml").read_text(encoding="utf-8"))
    return tuple(Template(each["name"], each["text"]) for each in raw["templates"])


def together(*sources: Iterable[Template]) -> Mapping[str, Template]:
    """By their names; of two with one name the later source's counts. Those of the later sources come first."""
    found: dict[str, Template] = {}
    for source in reversed(sources):
        for each in source:
            found.setdefault(each.name, each)
    return found


def blanks(text: str) -> Sequence[str]:
    """Each once, in their order."""
    return list(dict.fromkeys(_BLANK.findall(text)))


def unfilled(text: str) -> Finding | None:
    left = blanks(text)
    if not left:
        return None
    named = "、".join(left[:NAMED])
    more = f"等 {len(left)} 处" if len(left) > NAMED else ""
    return Finding(f"还有没填的空：{named}{more}。请填好，或者删掉，再发一次。", Code.BAD_STATE)
