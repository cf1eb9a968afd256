"""The number of an accident, however it is typed: SG-20261122-001, sg20261122001."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.shapes.arguments import Scene, Words

_NUMBER: Final = re.compile(r"(?<![A-Za-z0-9])[Ss][Gg]\s?[-—–_ ]?(\d{8})[-—–_ ]?(\d{3,6})(?!\d)")


@dataclass(frozen=True, slots=True)
class AccidentNumber:
    wanted: ClassVar[str] = "哪一起事故？写上编号，例如 SG-20261122-001。"

    number: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_NUMBER)
        return cls(f"SG-{found[1]}-{found[2]}") if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number}
