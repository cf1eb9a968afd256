"""What is left of a year's leave goes on to the next one: HR says that the work needs it, the employee agrees, and it
happens when the year is over, with what is left then.

职工带薪年休假条例 art. 5, 企业职工带薪年休假实施办法 art. 9: only with the employee's consent, for one year at most.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from bot.domain.dates import full_day
from bot.domain.leave.amounts import plain
from bot.domain.leave.ledgers.crediting import carriable, carry_over
from bot.domain.leave.ledgers.entitlement import carry_until
from bot.domain.leave.ledgers.papers import Paper, PaperKind, PaperState
from bot.domain.leave.types.leave_type import Kept, LeaveType
from bot.domain.people import Person
from bot.domain.wording import shown
from bot.errors import unknown_button
from bot.services.approvals.kinds import Desk
from bot.services.leave.ledgers.balances import up_to_date
from bot.services.leave.ledgers.correcting import PREFIX
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, ToPerson
from bot.shapes.replies import Reply

TOPIC: Final = "leave-carry"
AGREE, DECLINE = "agree", "decline"
AT_ONCE: Final = 100  # people in one transaction
_SETTLED: Final = {AGREE: PaperState.AGREED, DECLINE: PaperState.DECLINED}


@dataclass(frozen=True, slots=True)
class Offered:
    """How many were asked; how many more there are."""

    asked: tuple[str, ...]
    more: int


async def offer(ctx: Context, people: Sequence[Person], kind: LeaveType, reason: str) -> Offered:
    """Ask everybody who has something left and wasn't asked yet; a hundred at a time."""
    year = ctx.now.year
    known = {each.user for each in await ctx.store.leave_papers.of_year(PaperKind.CARRY, year)}
    asked: list[str] = []
    waiting = [each for each in people if each.active and each.user_id not in known]
    for at, person in enumerate(waiting):
        if len(asked) == AT_ONCE:
            return Offered(tuple(asked), len(waiting) - at)
        ledger = await up_to_date(ctx, person.user_id, year)
        if amount := carriable(ledger, kind.name, year, ctx.company.leave.annual):
            await _ask(ctx, person, kind, amount, reason)
            asked.append(ctx.company.told_apart(person))
    return Offered(tuple(asked), 0)


async def _ask(ctx: Context, person: Person, kind: LeaveType, amount: Decimal, reason: str) -> None:
    today = ctx.now.date()
    number = await ctx.store.numbers.next(PREFIX, today)
    paper = Paper(
        number, PaperKind.CARRY, person.user_id, kind.name, today.year, amount, reason, ctx.sender.user_id, today
    )
    await ctx.store.leave_papers.add(paper, by=ctx.act)
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=number, holder=person.user_id)
    words = f"{_terms(paper, ctx)}原因：{shown(reason, 60)}。不同意就照旧：今年休完，没休的按 300% 支付。"
    card = Card(
        title=_title(paper),
        desc=f"{words}{today.year}年12月31日前答复有效。",
        plain=f"{_title(paper)}。{words}要答复，请到手机或电脑上的企业微信里按卡片上的按钮。",
        buttons=(Button("同意结转", AGREE), Button("不同意", DECLINE, style=3)),
        task_id=task_id,
    )
    ctx.tell(ToPerson(person.user_id), card)


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """The employee answers. Raises UserError."""
    paper = await ctx.store.leave_papers.get(subject)
    if paper is None or press.key not in _SETTLED:
        raise unknown_button("请在最新的那张卡片上按。")
    if paper.state is not PaperState.OPEN or ctx.now.year > paper.year:
        said = paper.state if paper.state is not PaperState.OPEN else PaperState.OVER
        return _face(paper, f"{paper.number} {said}，没有改动。")
    state = _SETTLED[press.key]
    if not await ctx.store.leave_papers.change(paper, state, by=ctx.act):
        return _face(paper, "刚刚有变化，没有改动。")
    if state is PaperState.DECLINED:
        return _face(paper, f"已记下你不同意（{paper.number}）。请在12月31日前休完，没休的按 300% 支付。")
    return _face(paper, f"已记下你同意（{paper.number}）。年底还剩的才结转，之前照样可以休。")


async def carry_agreed(desk: Desk) -> bool:
    """Last year's, once it is over: what he agreed to, as far as it is left. Whether more wait."""
    year = desk.now.year - 1
    papers = await desk.store.leave_papers.of_year(PaperKind.CARRY, year)
    waiting = [each for each in papers if each.state in (PaperState.OPEN, PaperState.AGREED)]
    for paper in waiting[:AT_ONCE]:
        await _carry(desk, paper)
    return len(waiting) > AT_ONCE


async def _carry(desk: Desk, paper: Paper) -> None:
    if paper.state is PaperState.OPEN:
        await desk.store.leave_papers.change(paper, PaperState.OVER, by=desk.act)
        return
    await desk.store.leave_ledgers.hold(paper.user)
    ledger = await desk.store.leave_ledgers.of(paper.user)
    rules = replace(desk.company.leave.annual, carry_most=paper.amount)
    entries = carry_over(ledger, paper.type, paper.year, rules, cause=paper.number)
    await desk.store.leave_ledgers.write(paper.user, entries, by=desk.act)
    await desk.store.leave_papers.change(paper, PaperState.DONE if entries else PaperState.OVER, by=desk.act)


def carried_kind(desk: Desk) -> LeaveType | None:
    """The one that service gives: 年假."""
    return next((each for each in desk.company.leave.types.types.values() if each.kept is Kept.SERVICE), None)


def _terms(paper: Paper, ctx: Context) -> str:
    until: date = carry_until(paper.year, ctx.company.leave.annual)
    return f"因工作需要没能安排你休完，公司想把它结转到{paper.year + 1}年，最晚休到{full_day(until)}。"


def _title(paper: Paper) -> str:
    return f"结转{paper.year}年的{paper.type} {plain(paper.amount)} 天？"


def _face(paper: Paper, outcome: str) -> Reply:
    return Reply(Card(title=_title(paper).rstrip("？"), desc=outcome, plain=outcome))
