"""The numbers that things have, however they are typed: YH-20261122-001, yh20261122001."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Final, Self

from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words

ANY: Final = "[A-Za-z]{2}"


@cache
def number_with(prefix: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9])({prefix})\s?[-—–_ ]?(\d{{8}})[-—–_ ]?(\d{{3,6}})(?!\d)", re.IGNORECASE)


def written(found: re.Match[str]) -> str:
    """As the bot writes it."""
    return f"{found[1].upper()}-{found[2]}-{found[3]}"


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number of one kind of thing; those of others are left where they stand."""

    wanted: ClassVar[str]
    prefix: ClassVar[str]

    number: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(number_with(cls.prefix))
        return cls(written(found)) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number}


class NumberedOrQuoted(Numbered):
    """In the line, else in what it quotes."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return super().read(words, scene) or (super().read(Words(scene.quote), scene) if scene.quote else None)


class OnlyNumbered(Numbered):
    """Another kind of number is refused."""

    prefix = ANY
    called: ClassVar[str]
    prefixes: ClassVar[tuple[str, ...]]

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for the number of something else."""
        found = super().read(words, scene)
        if found and not found.number.startswith(cls.prefixes):
            mine = f"{cls.called}的编号以 {'、'.join(cls.prefixes)} 开头"
            raise UserError(Code.NOT_FOUND, f"{found.number} 不是{cls.called}的编号，{mine}。请核对编号。")
        return found
