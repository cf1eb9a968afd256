"""What people sign in at, by its number: PX-20261127-001 of a training, YL-20261127-001 of a drill."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.shapes.arguments import Scene, Words

_NUMBER: Final = re.compile(r"(?<![A-Z])([A-Z]{2})[-—–_ ]?(\d{8})[-—–_ ]?(\d{3,6})(?!\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetNumber:
    wanted: ClassVar[str] = "哪一次？写上编号，例如 PX-20261127-001。"

    number: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_NUMBER)
        return cls(f"{found[1].upper()}-{found[2]}-{found[3]}") if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number}
