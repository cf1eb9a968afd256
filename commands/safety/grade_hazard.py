"""Say that a hazard is real and how bad it is (一般 or 重大) and on what grounds. Usually by the buttons of its card.

A general one may become a major one later on, never the other way round.

Example:
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
    机器人> [卡片] 已登记 YH-20261122-001…
    陈安> /核实 YH-20261122-001 一般
    机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已核实，属实，定为一般隐患。
    机器人> YH-20261122-001 定为一般隐患。派单发「/整改 YH-20261122-001 责任人 期限 措施 资金 预案」。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.hazard_numbers import HazardNumber
from bot.arguments.reason import Reason
from bot.domain.rights import Role
from bot.domain.safety.hazards.hazard import Grade
from bot.patterns import regex
from bot.services.safety.hazards.deciding import after_grading, grade
from bot.services.safety.hazards.telling import find
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

_GRADE: Final = regex("(属实)?[，、 ]*(升级为|升为|定为|升级|是)?(?P<grade>一般|重大)(隐患)?")


@dataclass(frozen=True, slots=True)
class GradeNamed:
    wanted: ClassVar[str] = "是一般还是重大？"

    grade: Grade

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_GRADE)
        return cls(Grade(found["grade"])) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"grade": self.grade.value}


class Grounds(Reason):
    wanted = "定为重大的依据是什么？例如：要停产才能整改。"


@command(
    "核实",
    aliases=("核实隐患", "隐患定级", "升级隐患"),
    summary="核实隐患，定一般还是重大",
    audience=frozenset({Role.SAFETY_ADMIN, Role.WECOM_ADMIN, Role.HR}),
    writes=True,
)
async def grade_hazard(ctx: Context, id: HazardNumber, grade_: GradeNamed, reason: Grounds | None = None) -> Reply:
    hazard = await find(ctx, id.number)
    after = await grade(ctx, hazard, grade_.grade, (reason.text,) if reason else ())
    return Reply(after_grading(after), private=True)
