"""The number of a report: JB-20261122-001. Another kind of number is not taken for one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.arguments.requests import RequestNumber
from bot.domain.moderation.reports.report import PREFIX
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words


@dataclass(frozen=True, slots=True)
class ReportNumber:
    wanted: ClassVar[str] = "哪一条举报？写上编号，例如 JB-20261122-001。"

    number: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for the number of something else."""
        found = RequestNumber.read(words, scene)
        if found and not found.number.startswith(PREFIX):
            raise UserError(Code.NOT_FOUND, f"{found.number} 不是举报的编号，举报的编号以 {PREFIX} 开头。请核对编号。")
        return cls(found.number) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number}
