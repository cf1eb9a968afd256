"""Leave that nobody took: what is owed for it.

企业职工带薪年休假实施办法 art. 10 (300 %, of which the usual pay is one part; only the usual pay where the employee
himself declined in writing), art. 11 (a day's pay: the monthly average of the last twelve months without overtime pay,
divided by 21.75), art. 12 (who leaves). 劳动法 art. 44 (200 % for rest days without time off).
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.ledgers.entries import EntryKind
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.types.leave_type import Kept

PAID_DAYS: Final = Decimal("21.75")  # of a month
ON_TOP: Final = Decimal(2)  # times a day's pay, beside the one that was paid already
CENT: Final = Decimal("0.01")
UNUSED: Final = "到期未休：要按日工资的 300% 支付（正常工资已发的，另付 200%）（《企业职工带薪年休假实施办法》第十条）"
UNUSED_HOURS: Final = "到期未休：要按 200% 付加班工资（《劳动法》第四十四条）"


def what_becomes_of_it(kept: Kept) -> str:
    """As the rule of an entry that lapses."""
    match kept:
        case Kept.SERVICE:
            return UNUSED
        case Kept.OVERTIME:
            return UNUSED_HOURS
    return "到期"


def day_pay(monthly: Decimal) -> Decimal:
    """`monthly`: the average of the last twelve months, overtime pay taken off."""
    return (monthly / PAID_DAYS).quantize(CENT, ROUND_HALF_UP)


def owed(days: Decimal, monthly: Decimal) -> Decimal:
    """On top of the usual pay; rounded once, at the end."""
    return (days * ON_TOP * monthly / PAID_DAYS).quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Unused:
    """Of one type in one year's account: `left` may still be taken, `lapsed` has to be paid."""

    credit: Decimal
    used: Decimal
    held: Decimal
    carried: Decimal
    left: Decimal
    lapsed: Decimal


def unused(ledger: Ledger, type_: str, year: int) -> Unused:
    """Days that were carried into the year count as its own; those that went on to the next one are apart."""
    tally = ledger.balance(type_, year)
    out = sum(
        (
            -entry.amount
            for entry in ledger.entries
            if (entry.type, entry.year, entry.kind) == (type_, year, EntryKind.CARRIED) and entry.amount < 0
        ),
        NOTHING,
    )
    return Unused(tally.credit + out, tally.used, tally.held, out, tally.left, tally.expired)
