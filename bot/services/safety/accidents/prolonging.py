"""More time for the report of an investigation: with a reason, and somebody else who agrees (493号令 art. 29)."""

from datetime import date
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.dates import day_seen
from bot.domain.rights import Role
from bot.domain.safety.accidents.access import own_heads
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.deadlines import LONGER_DAYS, investigation_end, last_end
from bot.domain.safety.accidents.statements import Topic
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.accidents.cases import find, plan, state
from bot.services.safety.accidents.investigating import ensure_ours

KIND: Final = "调查延期"
_WIDE: Final = 24  # characters of a detail on a card


def longer(case: Case, until: date, why: str, applicant: UserId, desk: Desk) -> Draft:
    """Whoever heads the unit decides, or, where he asks himself, another one or a safety officer. Raises UserError."""
    ensure_ours(case)
    if case.value(Topic.CONCLUSION):
        raise UserError(Code.BAD_STATE, f"{case.number} 已经有调查结论，不用延期。")
    today, now_ends, last = desk.now.date(), investigation_end(case), last_end(case)
    if until <= now_ends:
        raise UserError(Code.INVALID_DATE, f"现在的期限是{day_seen(now_ends, today)}，要延到它之后。请写新的日期。")
    if until > last:
        sentence = f"调查最多再延 {LONGER_DAYS} 天，最晚{day_seen(last, today)}（493 号令第 29 条）。请写早一点的日期。"
        raise UserError(Code.LIMIT, sentence)
    return Draft(
        kind=KIND,
        applicant=applicant,
        text=f"{case.number} 的调查延到{day_seen(until, today)}",
        steps=(_step(applicant, desk.company),),
        payload={"number": case.number, "until": until.isoformat(), "why": why},
        concerned=own_heads(case, desk.company),
        details=(("原期限", day_seen(now_ends, today)), ("原因", shown(why, _WIDE))),
        at_post=True,
    )


class ProlongingKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return "期限不变。" if request.state is RequestState.REJECTED else ""
        payload, decision = request.draft.payload, request.last_decision
        case = await find(desk, payload["number"], hold=True)
        if case.is_closed or case.is_handed_over or payload["until"] <= investigation_end(case).isoformat():
            return f"不过 {case.number} 已经结案、移交或另外延过，期限没有再改。"
        after = await state(
            desk,
            case,
            Topic.INQUIRY_UNTIL,
            payload["until"],
            by=request.applicant,
            why=payload["why"],
            agreed_by=decision.by if decision else None,
        )
        await plan(desk, after)
        return f"{case.number} 的调查报告最晚{day_seen(investigation_end(after), desk.now.date())}提交。"


def _step(applicant: UserId, company: Company) -> Step:
    head = company.safety.accidents.unit_head
    others = [user for user in company.serving(head) if user != applicant]
    return Step((Selector.role(head if others else Role.SAFETY_ADMIN),))
