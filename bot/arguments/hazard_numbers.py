"""The number of a hazard: YH-20261122-001, yh20261122001. Another kind of number is not taken for one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.arguments.requests import RequestNumber
from bot.domain.safety.hazards.hazard import PREFIX
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words


@dataclass(frozen=True, slots=True)
class HazardNumber:
    wanted: ClassVar[str] = "哪一条隐患？写上编号，例如 YH-20261122-001。"

    number: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for the number of something else."""
        found = RequestNumber.read(words, scene)
        if found and not found.number.startswith(PREFIX):
            raise UserError(Code.NOT_FOUND, f"{found.number} 不是隐患的编号，隐患的编号以 {PREFIX} 开头。请核对编号。")
        return cls(found.number) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number}
