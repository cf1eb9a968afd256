"""Verify that a hazard is put right (通过) or isn't (不通过 and the reason). Never by who fixed it.

An officer or who answers for the area; of a major one an officer and the unit's head, both. What is closed everybody
is told, without names.

Example:
    张三> /隐患 3号车间 配电箱门坏了
    机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
    机器人> [卡片] 已登记 YH-20261122-001…
    陈安> /整改 YH-20261122-001 王强 11月27日前 换新门
    机器人→王强> [卡片] 隐患请你整改 YH-20261122-001…
    机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已核实，属实，定为一般隐患，派给王强整改…
    机器人> YH-20261122-001 已派给王强，11月27日(周五)前。五落实还缺：资金、预案。
    王强> /验收 YH-20261122-001 通过
    机器人> 整改责任人不能验收自己的整改，请安全管理员或区域负责人来验收。
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.hazard_numbers import HazardNumber
from bot.arguments.reason import Reason
from bot.patterns import regex
from bot.services.safety.hazards.telling import find
from bot.services.safety.hazards.verifying import verify
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.hazards.numbered import asks_to_verify

_NOT: Final = regex("(没有|没|不予|不能|不|未)(验收)?(通过|合格|过|同意|行)|没(修|改|弄|整改|处理)好|退回|重新整改")
_YES: Final = regex("(验收)?(通过|合格|同意)(了|验收)?|可以|没问题|销号|ok|过了|过", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passed:
    wanted: ClassVar[str] = "通过还是不通过？不通过写上理由。"

    passed: bool

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """不通过 has 通过 in it."""
        if words.take(_NOT):
            return cls(passed=False)
        return cls(passed=True) if words.take(_YES) else None

    def explained(self) -> Mapping[str, Any]:
        return {"passed": self.passed}


class WhyNot(Reason):
    wanted = "不通过的理由是什么？"


@command(
    "验收",
    aliases=("隐患验收", "verify"),
    says=(
        "<YH>…验收<通过|合格|不通过|不合格|没通过>[了]",
        "<YH>…验收<不通过|没通过>…",
        "<YH>…<没修好|没改好|没整改好|没弄好|没处理好>[…]",
    ),
    summary="验收整改：通过或不通过",
    writes=True,
    hears=asks_to_verify,
)
async def verify_hazard(ctx: Context, id: HazardNumber, passed: Passed, reason: WhyNot | None = None) -> Reply:
    hazard = await find(ctx, id.number)
    return Reply(await verify(ctx, hazard, passed=passed.passed, reason=reason.text if reason else ""), private=True)
