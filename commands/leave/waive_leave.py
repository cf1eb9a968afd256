"""Declare in writing that I take no annual leave, for reasons of my own; HR countersigns, both keep the record.

The card shows word for word what is declared; only a yes to it counts. Whoever is kept from it by work waives nothing:
then it is carried over or paid (企业职工带薪年休假实施办法 art. 10).

Example:
    张三> /放弃年假 2天 想攒钱
    机器人> [卡片] 确定要放弃年假 2天 想攒钱吗？ 本人因自己的原因（想攒钱），提出不休2026年的年假 2 天。…
    张三> 按 [确认]
    机器人→李娜> [卡片] 张三 申请放弃2026年的年假 2 天 RQ-20261122-001 …
    机器人→周敏> [卡片] 张三 申请放弃2026年的年假 2 天 RQ-20261122-001 …
    机器人> [卡片] 已确认：放弃年假 2天 想攒钱 已提交 RQ-20261122-001：…
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from bot.arguments.reason import Reason
from bot.domain.leave.amounts import HALF_DAY
from bot.domain.leave.ledgers.waiving import ensure_own_reason, statement
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.approvals.approvals import Approvals
from bot.services.leave.ledgers.carrying import carried_kind
from bot.services.leave.ledgers.waiving import declare
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

_DAYS: Final = regex(r"(?<![\d.])(\d{1,2}(?:\.5)?|[半一两二三四五])\s*天")
_NUMERALS: Final = {"半": "0.5", "一": "1", "两": "2", "二": "2", "三": "3", "四": "4", "五": "5"}
NAME: Final = "年假"


@dataclass(frozen=True, slots=True)
class Declared:
    """So many days, and why; the card repeats it as the statement that is signed."""

    wanted: ClassVar[str] = "放弃几天，你自己的原因是什么？"

    days: Decimal
    reason: str
    year: int

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_DAYS)
        if found is None:
            return None
        days = Decimal(_NUMERALS.get(found[1], found[1]))
        if not days or days % HALF_DAY:
            raise UserError(Code.INVALID_RANGE, "天数要是半天的倍数，例如 2天。")
        reason = Reason.read(words, scene)
        if reason is None:
            raise UserError(Code.MISSING_ARG, "你自己的原因是什么？写在天数后面。", missing=("reason",))
        ensure_own_reason(reason.text)
        return cls(days, reason.text, scene.now.year)

    @property
    def echo(self) -> str:
        return statement(NAME, self.year, self.days, self.reason).rstrip("。")

    def explained(self) -> Mapping[str, Any]:
        return {"days": float(self.days), "reason": self.reason}


@command(
    "放弃年假",
    aliases=("waive-leave", "fqnj", "不休年假"),
    says=(
        "[我][自愿|愿意|想|要|申请|决定]放弃[今年|我|我的]<半天|一天|两天|三天|四天|五天|1天|2天|3天|4天|5天>[的]年假[…]",
    ),
    summary="书面声明自己不休年假，要人力资源会签",
    destructive=True,
    private=True,
)
async def waive_leave(ctx: Context, approvals: Approvals, days: Declared) -> Reply:
    kind = carried_kind(ctx)
    if kind is None:
        raise UserError(Code.UNSUPPORTED, "公司没有按工龄给的年假，没有可以放弃的。")
    return Reply(await declare(ctx, approvals, kind, days.days, days.reason), private=True)
