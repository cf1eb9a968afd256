"""The report of a major hazard: a draft of what is known, with what is missing marked. Its parts are added in words.
Once a human has reported it to the regulator and the workers' congress (安全生产法 art. 41), that is noted.

Example:
    陈安> /重大隐患报告 YH-20261122-001
    机器人> 没有编号是 YH-20261122-001 的隐患。请核对编号。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from bot.arguments.hazard_numbers import HazardNumber
from bot.domain.rights import Role
from bot.services.safety.hazards.majors import FILED, add_parts, note_filed, report_of
from bot.services.safety.hazards.telling import find
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST = 1000  # characters


@dataclass(frozen=True, slots=True)
class Said:
    """A part of the report, or that it was filed: all that is left of the line, with its labels."""

    wanted: ClassVar[str] = "补哪一部分？写成 原因：… 危害：… 方案：…，报过了写 已报 单位 时间。"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest()[:MOST]
        return cls(written) if written else None

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}


@command(
    "重大隐患报告",
    aliases=("major-report", "zdyhbg"),
    audience=frozenset({Role.SAFETY_ADMIN, Role.EXECUTIVE}),
    private=True,
    writes=True,
    summary="重大隐患的报告草稿，登记已报",
)
async def major_report(ctx: Context, id: HazardNumber, said: Said | None = None) -> Reply:
    hazard, words = await find(ctx, id.number), said.text if said else ""
    if not words:
        return Reply(await report_of(ctx, hazard), private=True)
    if words.startswith(FILED):
        return Reply(await note_filed(ctx, hazard, words.removeprefix(FILED).strip(" ，,：:")), private=True)
    return Reply(await add_parts(ctx, hazard, words), private=True)
