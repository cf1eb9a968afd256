"""A hazard takes longer than it may: its owner asks, and says what keeps people safe meanwhile.

A safety officer decides; of a major one the unit's head as well.
"""

from datetime import date
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.dates import day_seen
from bot.domain.safety.hazards import moves
from bot.domain.safety.hazards.hazard import Hazard, HazardState, StepKind
from bot.domain.safety.hazards.rights import officers, principals
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.safety.hazards.telling import keep, tell_reporters
from bot.shapes.context import Context

KIND: Final = "整改延期"
_WIDE: Final = 24  # characters of a detail on a card
_AT_WORK: Final = (HazardState.ASSIGNED, HazardState.FIXING)


async def ask_longer(ctx: Context, approvals: Approvals, hazard: Hazard, due: date, why: str, interim: str) -> str:
    """What was asked for, as a sentence. Raises UserError."""
    ensure_can_wait(ctx, hazard)
    if hazard.plan.due and due <= hazard.plan.due:
        until = day_seen(hazard.plan.due, ctx.now.date())
        raise UserError(Code.INVALID_DATE, f"现在的期限是 {until}，要延到它之后。请写新的日期。")
    request = await approvals.open(ctx, _draft(ctx, hazard, due, why, interim))
    names = "、".join(ctx.company.name_of(each.user) for each in request.waits_for)
    return f"已提交 {request.number}：{request.text}。等 {names} 审批，批准前还按原期限。"


def ensure_can_wait(ctx: Context, hazard: Hazard) -> None:
    """Raises UserError."""
    if ctx.sender.user_id != hazard.plan.owner:
        raise UserError(Code.NO_PERMISSION, f"{hazard.number} 的延期要由责任人自己申请。")
    if hazard.state not in _AT_WORK:
        raise moves.bad_state(f"{hazard.number} 现在是{hazard.state}，不用延期。")


def _draft(ctx: Context, hazard: Hazard, due: date, why: str, interim: str) -> Draft:
    today, user = ctx.now.date(), UserId(ctx.sender.user_id)
    old = day_seen(hazard.plan.due, today) if hazard.plan.due else "未定"
    return Draft(
        kind=KIND,
        applicant=user,
        text=f"整改延期：{hazard.number} 到{day_seen(due, today)}",
        steps=_steps(hazard, ctx.company),
        payload={"number": hazard.number, "due": due.isoformat(), "interim": interim},
        details=(
            ("隐患", shown(f"{hazard.facts.place} {hazard.facts.text}", _WIDE)),
            ("原期限", old),
            ("原因", shown(why, _WIDE)),
            ("期间", shown(interim, _WIDE)),
        ),
    )


def _steps(hazard: Hazard, company: Company) -> tuple[Step, ...]:
    who = [officers(company), *([principals(company)] if hazard.is_major else [])]
    return tuple(Step(tuple(Selector.person(user) for user in users)) for users in who if users)


class ExtendingKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return ""
        payload = request.draft.payload
        hazard = await desk.store.hazards.get(payload["number"])
        if hazard is None or hazard.state not in _AT_WORK:
            return "不过它已经不在整改，期限不用改了。"
        due = date.fromisoformat(payload["due"])
        after = moves.extended(hazard, due, payload["interim"])
        await keep(
            desk, hazard, after, StepKind.EXTENDED, f"延到{day_seen(due, desk.now.date())}；期间：{payload['interim']}"
        )
        until = day_seen(due, desk.now.date())
        await tell_reporters(desk, after, f"整改延期到{until}。期间：{shown(payload['interim'], 60)}。")
        return f"新的期限是 {until}，期间的措施请一直做到。"
