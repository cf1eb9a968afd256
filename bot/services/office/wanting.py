"""Approved leaves are to be filed in WeCom's own approvals, and HR hears when one changes that WeCom already has.

Here it is only written down, in the transaction of the leave; `filing` does it.
"""

from collections.abc import Sequence
from typing import Final

from bot.domain.approvals.request import Request
from bot.domain.leave.requests.request import LeaveRequest
from bot.domain.office.forms import NOT_DAILY, Filing, FilingState, stretch_of
from bot.domain.rights import Role
from bot.services.approvals.kinds import Desk
from bot.shapes.outgoing import Text, ToPerson

JOB: Final = "leave-forms"
BY_HAND: Final = "请在企业微信里补录"
_THERE: Final = frozenset({FilingState.FILED, FilingState.PASSED})


async def want(desk: Desk, request: Request, leave: LeaveRequest) -> None:
    """Of a leave that was just agreed to. Its reason stays here: the form names our number and who agreed."""
    vacation, kind = desk.company.wecom_forms.get(leave.type), desk.company.leave.types.get(leave.type)
    if vacation is None or kind is None:
        return
    stretch = stretch_of(leave, kind.counting, desk.company.schedule(leave.user), desk.now.tzinfo)
    if stretch is None:
        tell_hr(desk, [f"{_whose(desk, leave)}没有提交到企业微信审批：{NOT_DAILY}。{BY_HAND}。"])
        return
    decision = request.last_decision
    agreed = f"由 {desk.company.name_of(decision.by)} " if decision else ""
    filing = Filing(
        number=leave.number,
        user=leave.user,
        vacation=vacation,
        stretch=stretch,
        note=f"已在{desk.company.bot_name}{agreed}批准，编号 {leave.number}。",
        wanted_at=desk.now,
        decider=decision.by if decision and desk.company.forms_to_decider else None,
    )
    await desk.store.filings.add(filing, by=desk.act)
    await desk.store.jobs.hasten(JOB, desk.now)


async def note_change(desk: Desk, after: LeaveRequest) -> None:
    """Of one that was agreed to before. What is under way is told once it has arrived."""
    if not desk.company.wecom_forms:
        return
    filing = await desk.store.filings.change(after.number, off=after.state.is_off, by=desk.act)
    if filing is None:
        return
    if filing.state in _THERE:
        tell_hr(desk, [outdated(desk, filing)])
    elif filing.state is FilingState.REFUSED:
        tell_hr(desk, [f"{_whose(desk, after)}有变动。它没能提交到企业微信审批，如果补录过，请一并改。"])


def outdated(desk: Desk, filing: Filing) -> str:
    whose = f"{desk.company.name_of(filing.user)} 的 {filing.number} "
    way = "请让本人在审批里撤销，或者在管理后台改他的假期余额"
    return f"{whose}取消或改动了，企业微信的审批单 {filing.sp_no} 还是原来的，机器人撤不了。{way}。"


def tell_hr(desk: Desk, lines: Sequence[str]) -> None:
    for user in desk.company.holders(Role.HR) if lines else ():
        if desk.company.is_here(user):
            desk.tell(ToPerson(user), Text("\n".join(lines)))


def _whose(desk: Desk, leave: LeaveRequest) -> str:
    return f"{desk.company.name_of(leave.user)} 的 {leave.number} "
