"""Somebody asks for a forgotten punch to be put right: the leader decides, the human resources enter it in WeCom.

No call of WeCom's lets an app file its own form of 补卡 (D-91853), so what was agreed to is handed to people.
"""

from datetime import date
from typing import Final

from bot.domain.approvals.request import Draft, Request
from bot.domain.attendance.filings import FOLLOWS, Filed
from bot.domain.attendance.slot import Slot
from bot.domain.attendance.slots import PunchFix, ensure_fixable
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import Code, Defect, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.approvals.wording import waiting_names
from bot.services.attendance.deciding import STEPS
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

KIND: Final = "补卡"
_REASON_WIDE: Final = 24  # characters of a card's detail


async def file(ctx: Context, approvals: Approvals, on: date, slot: Slot, reason: str) -> Reply:
    """Raises UserError; then nothing was written."""
    user, today = ctx.sender.user_id, ctx.now.date()
    ensure_fixable(on, slot, ctx.company.schedule(user), ctx.now)
    await ctx.store.trips.hold(user)
    fix = PunchFix("", user, on, slot, ctx.now)
    if before := await ctx.store.punch_fixes.standing(user, on, slot, ctx.now):
        sentence = f"{fix.said(today)}的卡已经报过：{before.number}，现在是{before.state}，不用再发。"
        raise UserError(Code.DUPLICATE, sentence)
    details = (("原因", shown(reason, _REASON_WIDE)),) if reason else ()
    request = await approvals.open(ctx, Draft(KIND, user, f"{KIND} {fix.said(today)}", STEPS, details=details))
    fix = PunchFix(request.number, user, on, slot, ctx.now)
    await ctx.store.punch_fixes.add(fix, reason, by=ctx.act)
    waiting = waiting_names(request, ctx.company)
    return Reply(f"已提交 {request.number}：{request.text}。等 {waiting} 审批。", private=True)


class FixingKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        state = FOLLOWS[request.state]
        if not await desk.store.punch_fixes.move(request.number, state, by=desk.act):
            raise Defect(f"{request.number} has no punch that waits")
        if state is not Filed.APPROVED:
            return ""
        _tell_hr(desk, request)
        return "考勤以企业微信打卡为准，人力资源会据此更正。"


def _tell_hr(desk: Desk, request: Request) -> None:
    name = desk.company.name_of(request.applicant)
    words = f"{name} {request.text}（{request.number}）已同意，请在企业微信打卡后台更正。"
    for user in desk.company.serving(Role.HR):
        if user != request.applicant:
            desk.tell(ToPerson(user), Text(words))
