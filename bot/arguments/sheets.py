"""What people sign in at, by its number: PX-20261127-001 of a training, YL-20261127-001 of a drill."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.arguments.requests import RequestNumber
from bot.shapes.arguments import Scene, Words


@dataclass(frozen=True, slots=True)
class SheetNumber:
    wanted: ClassVar[str] = "哪一次？写上编号，例如 PX-20261127-001。"

    number: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = RequestNumber.read(words, scene)
        return cls(found.number) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number}
