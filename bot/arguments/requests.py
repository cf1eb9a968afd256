"""The number of something that was asked for, however it is typed: RQ-20261122-001, rq20261122001."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.shapes.arguments import Scene, Words

_NUMBER: Final = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{2})\s?[-—–_ ]?(\d{8})[-—–_ ]?(\d{3,6})(?!\d)")


@dataclass(frozen=True, slots=True)
class RequestNumber:
    wanted: ClassVar[str] = "哪一条？写上编号。"

    number: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_NUMBER)
        return cls(f"{found[1].upper()}-{found[2]}-{found[3]}") if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number}
