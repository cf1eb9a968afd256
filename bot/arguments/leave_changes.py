"""By how much HR changes a balance: +1, -0.5天, 加 4 小时, 扣两天."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Final, Self

from bot.arguments.leave_years import LeaveYear
from bot.domain.leave.amounts import Counting, plain
from bot.domain.leave.types.leave_type import LeaveType
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_NUMERALS: Final = {"半": "0.5", "一": "1", "两": "2", "二": "2", "三": "3", "四": "4", "五": "5", "十": "10"}
_CHANGE: Final = regex(
    r"(?<![\d.+−-])(?P<sign>[+-]|−|增加|加|补|给|减少|减|扣除|扣减|扣)\s*"
    r"(?P<much>\d{1,4}(?:\.\d{1,2})?|[半一两二三四五十](?=天|个?小时))\s*(?P<unit>个?小时|h|天|个?工作日)?(?![\d.a-z+−-])"
)
_LESS: Final = ("-", "−", "减", "扣")


class ChangedYear(LeaveYear):
    """Named before the change: what stands behind it is the reason, and tells of last year often enough."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        change = _CHANGE.search(words.narrow)
        if change is None:
            return None
        before, behind = Words(words.left[: change.start()]), words.left[change.start() :]
        found = super().read(before, scene)
        words.left = f"{before.left} {behind}".strip()
        return found


@dataclass(frozen=True, slots=True)
class LeaveChange:
    """`amount` has the sign; `hours`: it was said in hours, None where no unit was said."""

    wanted: ClassVar[str] = "加多少或减多少？例如 +1 或 -0.5。"

    amount: Decimal
    hours: bool | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_CHANGE)
        if found is None:
            return None
        much = Decimal(_NUMERALS.get(found["much"], found["much"]))
        less, unit = found["sign"].startswith(_LESS), found["unit"]
        return cls(-much if less else much, ("时" in unit or unit == "h") if unit else None)

    def of(self, kind: LeaveType, hours_a_day: Decimal) -> Decimal:
        """In the type's counting. Raises UserError for hours of what is counted in days, and for less than a unit."""
        amount, in_hours = self.amount, kind.counting is Counting.HOURS
        if self.hours and not in_hours:
            raise UserError(Code.INVALID_RANGE, f"{kind.name}按天算，请写天数，例如 +0.5。")
        if self.hours is False and in_hours:
            amount *= hours_a_day
        if not amount or amount % kind.unit:
            said = kind.counting.said(kind.unit)
            raise UserError(
                Code.INVALID_RANGE, f"{kind.name}最小单位是 {said}，{plain(abs(amount))} 不行。请改了再发。"
            )
        return amount

    def explained(self) -> Mapping[str, Any]:
        return {"change": float(self.amount)}
