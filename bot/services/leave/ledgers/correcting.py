"""HR corrects somebody's balance: never its own, each time with a reason, and he is told."""

from datetime import date
from decimal import Decimal
from typing import Final

from bot.domain.leave.amounts import plain
from bot.domain.leave.anniversaries import months_after
from bot.domain.leave.ledgers.crediting import correct, take_away
from bot.domain.leave.ledgers.papers import Paper, PaperKind, PaperState
from bot.domain.leave.types.leave_type import Kept, LeaveType
from bot.domain.people import Person
from bot.domain.wording import shown
from bot.services.leave.ledgers.balances import brought_up_to_date
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson

PREFIX: Final = "JQ"  # of papers about ledgers
BY_HR: Final = "人力资源调整"


async def adjust(ctx: Context, person: Person, kind: LeaveType, amount: Decimal, year: int, reason: str) -> str:
    """What came of it, for HR. Raises UserError where less than that is left."""
    user, today = person.user_id, ctx.now.date()
    on = max(today, date(year, 1, 1))
    ledger = await brought_up_to_date(ctx, user, year)
    number = await ctx.store.numbers.next(PREFIX, today)
    if amount > 0:
        entries = correct(kind.name, amount, on=on, until=_until(ctx, kind, on), cause=number, rule=BY_HR)
    else:
        entries = take_away(ledger, kind.name, -amount, on=on, cause=number, rule=BY_HR)
    await ctx.store.leave_ledgers.write(user, entries, by=ctx.act)
    paper = Paper(
        number, PaperKind.ADJUSTMENT, user, kind.name, year, amount, reason, ctx.sender.user_id, today, PaperState.DONE
    )
    await ctx.store.leave_papers.add(paper, by=ctx.act)
    left = kind.counting.said(ledger.plus(entries).balance(kind.name, year).left)
    change = f"{'+' if amount > 0 else ''}{plain(amount)} {kind.counting.word}"
    said = f"{year}年的{kind.name} {change}（{number}），现在还剩 {left}"
    ctx.tell(
        ToPerson(user),
        Text(f"人力资源调整了你{said}。原因：{shown(reason, 100)}。明细发 /为什么 {kind.name}，有疑问请找人力资源。"),
    )
    return f"已调整 {ctx.company.told_apart(person)} {said}。已私下告诉本人。"


def _until(ctx: Context, kind: LeaveType, on: date) -> date | None:
    if kind.kept is not Kept.OVERTIME:
        return date(on.year, 12, 31)
    valid = ctx.company.leave.limits.in_lieu_months
    return months_after(on, valid) if valid is not None else None
