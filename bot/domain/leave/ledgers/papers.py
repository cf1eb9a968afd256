"""What is written down about somebody's ledger beside his leaves: who gave or took, why, and what he said to it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.identifiers import UserId


class PaperKind(StrEnum):
    ADJUSTMENT = "调整"  # HR corrects a balance
    CARRY = "结转"  # into the next year, with his consent (职工带薪年休假条例 art. 5)
    WAIVER = "放弃"  # he declares in writing that he takes no leave (企业职工带薪年休假实施办法 art. 10)
    FORFEIT = "不享受"  # long illness or paid leave of absence (条例 art. 4); HR decides


class PaperState(StrEnum):
    OPEN = "待答复"
    AGREED = "已同意"
    DECLINED = "不同意"
    DONE = "已入账"
    OVER = "已过期"  # nobody answered in time, or there was nothing left of it


@dataclass(frozen=True, slots=True)
class Paper:
    """`amount` in the type's counting, with the sign of what it does. `text`: the reason or statement, private.

    `written_by`: who wrote it; `year`: whose account it is about.
    """

    number: str
    kind: PaperKind
    user: UserId
    type: str
    year: int
    amount: Decimal
    text: str
    written_by: UserId
    on: date
    state: PaperState = PaperState.OPEN
