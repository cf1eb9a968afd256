"""A declaration that somebody takes no leave: written down, countersigned by HR, and filed with both of them."""

import asyncio
from decimal import Decimal
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.dates import clock_time, full_day
from bot.domain.leave.amounts import plain
from bot.domain.leave.ledgers.crediting import take_away
from bot.domain.leave.ledgers.papers import Paper, PaperKind, PaperState
from bot.domain.leave.ledgers.waiving import RULE, statement
from bot.domain.leave.types.leave_type import LeaveType
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import Code, Defect, UserError
from bot.files.workbook import workbook
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.approvals.wording import decider, waiting_names
from bot.services.leave.ledgers.balances import brought_up_to_date
from bot.shapes.context import Context
from bot.shapes.outgoing import Attachment, Media, ToPerson

KIND: Final = "放弃年假"
HEADER: Final = ("项目", "内容")


async def declare(ctx: Context, approvals: Approvals, kind: LeaveType, days: Decimal, reason: str) -> str:
    """He has read the statement and said yes to it. Raises UserError where he has less."""
    user, today = ctx.sender.user_id, ctx.now.date()
    ledger = await brought_up_to_date(ctx, user, today.year)
    take_away(ledger, kind.name, days, on=today, cause=KIND, rule=RULE)  # whether there is so much
    draft = Draft(
        kind=KIND,
        applicant=user,
        text=f"放弃{today.year}年的{kind.name} {plain(days)} 天",
        steps=(Step((Selector.role(Role.HR),)),),
        details=(("核对", "单位已安排过休假，是本人不休"), ("原因", shown(reason, 25))),
    )
    request = await approvals.open(ctx, draft)
    words = statement(kind.name, today.year, days, reason)
    paper = Paper(request.number, PaperKind.WAIVER, user, kind.name, today.year, -days, words, user, today)
    await ctx.store.leave_papers.add(paper, by=ctx.act)
    return f"已提交 {request.number}：{words}等 {waiting_names(request, ctx.company)} 会签，会签前可以发 /撤回。"


class WaiverKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        paper = await desk.store.leave_papers.get(request.number)
        if paper is None:
            raise Defect(f"{request.number} has no paper")
        if request.state is not RequestState.APPROVED:
            declined = request.state is RequestState.REJECTED
            over = PaperState.DECLINED if declined else PaperState.OVER
            await desk.store.leave_papers.change(paper, over, by=desk.act)
            return "年假没有变。"
        await _enter(desk, paper)
        await _file(desk, request, paper)
        return "已入账，书面记录发给你和人力资源各一份。"


async def _enter(desk: Desk, paper: Paper) -> None:
    """Raises UserError where he has taken them meanwhile; then nothing is decided."""
    await desk.store.leave_ledgers.hold(paper.user)
    ledger, days = await desk.store.leave_ledgers.of(paper.user), -paper.amount
    if ledger.available(paper.type, paper.on) < days:
        raise UserError(
            Code.QUOTA, f"{paper.number}：对方剩下的{paper.type}已经不到 {plain(days)} 天，请驳回后让对方重写。"
        )
    entries = take_away(ledger, paper.type, days, on=paper.on, cause=paper.number, rule=RULE)
    await desk.store.leave_ledgers.write(paper.user, entries, by=desk.act)
    await desk.store.leave_papers.change(paper, PaperState.DONE, by=desk.act)


async def _file(desk: Desk, request: Request, paper: Paper) -> None:
    """The same sheet for both, to be kept, or printed and signed."""
    decision = request.last_decision
    if decision is None:
        raise Defect(f"{request.number} was agreed to by nobody")
    rows = [
        ("编号", paper.number),
        ("姓名", desk.company.name_of(paper.user)),
        ("账号", paper.user),
        ("声明", paper.text),
        ("本人确认", f"{full_day(paper.on)} 在企业微信中逐字确认"),
        ("会签", f"{decider(decision, desk.company)} {clock_time(decision.at.astimezone(desk.now.tzinfo), desk.now)}"),
        ("本人签名", ""),
    ]
    table = await asyncio.to_thread(workbook, KIND, HEADER, rows)
    file = await desk.store.files.keep(table, at=desk.now)
    name = f"{KIND} {paper.number}.xlsx"
    for reader in dict.fromkeys((paper.user, UserId(decision.by))):
        desk.tell(ToPerson(reader), Attachment(Media.FILE, file, name, plain=f"{KIND}的书面记录 {paper.number}"))
