"""The company's own look into an accident: who looks, what they found, and that an authority has taken it over.

The department's own head looks into it, but never alone, and doesn't agree to its conclusion (D4§5.2(3)). What an
authority investigates is its matter: here it is locked.
"""

from collections.abc import Sequence
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.rights import Role
from bot.domain.safety.accidents.access import own_heads
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.statements import Topic
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.accidents.cases import ensure_open, find, plan, state
from bot.shapes.context import Context

KIND: Final = "事故结论"
_WIDE: Final = 24  # characters of a detail on a card


async def name_team(ctx: Context, case: Case, users: Sequence[UserId]) -> str:
    """Raises UserError."""
    ensure_ours(case)
    users = tuple(dict.fromkeys(users))
    heads = own_heads(case, ctx.company)
    if all(user in heads for user in users):
        words = "调查组里不能只有本部门的负责人。再加上安全管理员或别的部门的人，例如：成员 陈安 王强。"
        raise UserError(Code.SELF_TARGET, words)
    await state(ctx, case, Topic.TEAM, " ".join(users), by=ctx.sender.user_id)
    return f"{case.number} 的调查组：{'、'.join(map(ctx.company.name_of, users))}。"


def ensure_ours(case: Case) -> None:
    """Raises UserError."""
    ensure_open(case)
    if case.is_handed_over:
        who = shown(case.value(Topic.HANDED_OVER) or "")
        raise UserError(Code.BAD_STATE, f"{case.number} 已由{who}调查，公司内部的调查停下，结论以他们的为准。")


async def hand_over(ctx: Context, case: Case, authority: str) -> str:
    """Raises UserError."""
    ensure_ours(case)
    if ctx.act.authority == Role.DEPT_HEAD.label:
        raise UserError(Code.SELF_TARGET, f"{case.number} 是你部门的事故，移交请安全管理员或单位负责人来记。")
    after = await state(ctx, case, Topic.HANDED_OVER, authority, by=ctx.sender.user_id)
    await plan(ctx, after)
    words = "内部调查停下，经过、现场、结论不再改；伤亡变化照样补报，资料都留着，配合他们。"
    return f"{case.number} 已移交{shown(authority)}。{words}"


def draft(case: Case, words: str, applicant: UserId, company: Company) -> Draft:
    """Somebody else than who writes it agrees, and not the head of the department it is about. Raises UserError."""
    ensure_ours(case)
    if not case.team:
        how = f"先定调查组：/事故调查 {case.number} 成员 陈安 王强。"
        raise UserError(Code.BAD_STATE, f"{case.number} 还没有调查组。{how}")
    head = company.safety.accidents.unit_head
    role = head if any(user != applicant for user in company.serving(head)) else Role.SAFETY_ADMIN
    return Draft(
        kind=KIND,
        applicant=applicant,
        text=f"{case.number} 的调查结论",
        steps=(Step((Selector.role(role),)),),
        payload={"number": case.number, "words": words},
        concerned=own_heads(case, company),
        details=(
            ("结论", shown(words, _WIDE)),
            ("调查组", shown("、".join(map(company.name_of, case.team)), _WIDE)),
        ),
    )


class ConclusionKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return ""
        payload, decision = request.draft.payload, request.last_decision
        case = await find(desk, payload["number"], hold=True)
        if case.is_closed or case.is_handed_over:
            return f"不过 {case.number} 已经结案或移交，没有记入。"
        agreed = decision.by if decision else None
        after = await state(desk, case, Topic.CONCLUSION, payload["words"], by=request.applicant, agreed_by=agreed)
        await plan(desk, after)
        return f"已记入 {case.number}。接着发 /四不放过 {case.number}。"
