"""A table of a month's overtime, with what of it has to be paid; for HR.

Example:
    张三> /加班 11.20 18:00-20:00
    机器人→王强> …
    机器人> …
    李娜> /加班统计 11月
    机器人→李娜> [文件 加班 2026-11.xlsx] 2026-11 的加班，共 1 条
    机器人> 2026-11 登记了 1 次加班，批准的里面有 0 小时要付加班费，明细在表里。
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.domain.rights import LEAVE_OFFICE
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.leave.ledgers.hr_lists import list_overtime
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.when.read_report_period import read_report_period

_MONTH: Final = regex(r"\d{4}-\d{2}")


@dataclass(frozen=True, slots=True)
class OvertimeMonth:
    wanted: ClassVar[str] = "哪个月？例如 2026-11，或 上个月。"

    first: date

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        taken = read_report_period(words.left, scene.now.date())
        if taken is None:
            return None
        period, words.left = taken.settled(), taken.rest
        if not _MONTH.fullmatch(period):
            raise UserError(Code.INVALID_DATE, "加班按月统计，请写一个月，例如 2026-11。")
        return cls(date.fromisoformat(f"{period}-01"))

    def explained(self) -> Mapping[str, Any]:
        return {"period": f"{self.first:%Y-%m}"}


@command(
    "加班统计",
    aliases=("overtime-list", "jbtj"),
    summary="导出一个月的加班",
    audience=LEAVE_OFFICE,
    private=True,
    instead="要查加班，请找人力资源。",
)
async def overtime_list(ctx: Context, period: OvertimeMonth | None = None) -> Reply:
    return Reply(await list_overtime(ctx, period.first if period else ctx.now.date().replace(day=1)), private=True)
