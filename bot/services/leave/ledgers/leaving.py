"""Somebody leaves: what of his annual leave is still to be paid, for HR."""

from decimal import Decimal
from typing import Final

from bot.domain.dates import full_day
from bot.domain.leave.amounts import NOTHING, plain
from bot.domain.leave.ledgers.crediting import CARRIED
from bot.domain.leave.ledgers.entitlement import due_on_leaving
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.rules import LeaveRules
from bot.domain.leave.types.leave_type import Kept
from bot.identifiers import UserId

SOURCE: Final = "《企业职工带薪年休假实施办法》第十二条"


def leaving_line(user: UserId, ledger: Ledger, leave: LeaveRules) -> str:
    """Empty where nobody has said when he leaves. `ledger`: up to date, of the year in which he does."""
    facts = leave.facts(user)
    service = facts.service
    if service is None or service.left is None:
        return ""
    kinds = [kind.name for kind in leave.types.types.values() if kind.kept is Kept.SERVICE]
    lots = [lot for kind in kinds for lot in ledger.lots(kind) if lot.year == service.left.year]
    taken = sum((lot.tally.used + lot.tally.held for lot in lots if not lot.key.endswith(CARRIED)), NOTHING)
    carried = sum((lot.left for lot in lots if lot.key.endswith(CARRIED)), NOTHING)
    said = [amount for kind in kinds if (amount := facts.given.get(service.left.year, {}).get(kind)) is not None]
    due = due_on_leaving(service, leave.annual, taken, sum(said, NOTHING) if said else None)
    return _said(full_day(service.left), taken, due, carried)


def _said(last: str, taken: Decimal, due: Decimal, carried: Decimal) -> str:
    more = f"，另有上年结转没休的 {plain(carried)} 天" if carried else ""
    if not due:
        return (
            f"最后一天 {last}：当年年假已休和已批 {plain(taken)} 天，折算后没有要补的，多休的不追回{more}（{SOURCE}）。"
        )
    return (
        f"最后一天 {last}：当年年假按在职天数折算，扣除已休和已批的 {plain(taken)} 天，"
        f"还有 {plain(due)} 天要付未休年休假工资{more}（{SOURCE}）。"
    )
