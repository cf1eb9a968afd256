"""Work out what is owed for days of annual leave that nobody took, from a monthly wage; nothing of it is kept.

企业职工带薪年休假实施办法 art. 10 and 11. `/未休年假` has the days; wages are no business of this program.

Example:
    李娜> /年假折算 3天 8700
    机器人> 3 天没休的年假：日工资 8700 ÷ 21.75 = 400.00 元，正常工资以外另付 3 × 400.00 × 200% = 2400.00 元。…
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from bot.domain.leave.amounts import plain
from bot.domain.leave.ledgers.unused import day_pay, owed
from bot.domain.rights import LEAVE_OFFICE
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

_DAYS: Final = regex(r"(?<![\d.])(\d{1,2}(?:\.5)?)\s*[天日]")
_WAGE: Final = regex(r"(?<![\d.])(\d{3,7}(?:\.\d{1,2})?)[元块]?(?![\d.])")
BASIS: Final = "月平均工资按前 12 个月、不含加班费算（《企业职工带薪年休假实施办法》第十、十一条）；以财务核算为准。"


@dataclass(frozen=True, slots=True)
class UnusedDays:
    wanted: ClassVar[str] = "几天没休？"

    days: Decimal

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_DAYS)
        return cls(Decimal(found[1])) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"days": float(self.days)}


@dataclass(frozen=True, slots=True)
class MonthlyWage:
    wanted: ClassVar[str] = "前 12 个月的月平均工资是多少？"

    amount: Decimal

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_WAGE)
        return cls(Decimal(found[1])) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"wage": float(self.amount)}


@command(
    "年假折算",
    aliases=("leave-pay", "njzs"),
    summary="算没休的年假要另付多少",
    audience=LEAVE_OFFICE,
    private=True,
    instead="要核算工资，请找人力资源。",
)
async def leave_pay(ctx: Context, days: UnusedDays, wage: MonthlyWage) -> Reply:
    amount, monthly, a_day = plain(days.days), plain(wage.amount), day_pay(wage.amount)
    return Reply(
        f"{amount} 天没休的年假：日工资 {monthly} ÷ 21.75 = {a_day} 元，"
        f"正常工资以外另付 {amount} × {a_day} × 200% = {owed(days.days, wage.amount)} 元。{BASIS}",
        private=True,
    )
