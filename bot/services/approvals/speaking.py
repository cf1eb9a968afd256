"""Whoever is asked about a right speaks about it, for other dates or for missing papers. It goes on waiting."""

from bot.domain.approvals.request import Power, Request
from bot.domain.approvals.rights import spoken_about
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals, hasten
from bot.services.approvals.kinds import Desk
from bot.services.approvals.wording import stands
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

MOVE = "改期"  # the command by which the applicant agrees to other dates
CHANGES = {Power.DATES: "other_dates_wished", Power.PAPERS: "papers_wanted"}


async def pass_on(ctx: Context, approvals: Approvals, number: str, wish: Power, words: str) -> Reply:
    """`speak`, for a command. Raises UserError."""
    request = await approvals.find(ctx, number)
    after = await speak(approvals, ctx, request, ctx.sender.user_id, wish, words)
    how = f"{stands(after, ctx.company, ctx.now)}行了就发 /同意申请 {after.number}。"
    return Reply(f"已转告 {ctx.company.name_of(after.applicant)}。{after.number} {how}", private=True)


async def speak(approvals: Approvals, desk: Desk, request: Request, by: UserId, wish: Power, words: str) -> Request:
    """The applicant hears it; the trail knows that he was told, not what. Raises UserError."""
    await approvals.ensure_may_decide(desk, request, by)
    after = spoken_about(request, by, wish, desk.company.pace, desk.now)
    await approvals.keep(desk, request, after, CHANGES[wish], right="审批人")
    desk.tell(ToPerson(request.applicant), Text(_told(after, desk.company.name_of(by), wish, shown(words, 200))))
    await hasten(desk)
    return after


def _told(request: Request, name: str, wish: Power, words: str) -> str:
    about = f"{request.number} {request.text}："
    if wish is Power.PAPERS:
        return f"{about}材料还不齐，{name} 说「{words}」。申请仍然有效，把材料补交给人力资源就行。"
    how = f"同意换，发 /{MOVE} {request.number} 加上新日期；不换，直接和 {name} 说明。"
    return f"{about}{name} 想和你商量日期，说「{words}」。申请没有驳回，还在等审批。{how}"
