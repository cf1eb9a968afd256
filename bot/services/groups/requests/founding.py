"""A new work group is asked for, and approved by whom its type names (D7§4). Where the policy names nobody, the
question goes to the president's office, whose yes is to this one group."""

import secrets
from dataclasses import replace
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.groups.composition import rule_of
from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.group import Group
from bot.domain.groups.offices import holders
from bot.domain.groups.plan import FEWEST, MOST, Plan
from bot.domain.groups.types import GroupType
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import Code, Defect, UserError
from bot.identifiers import ChatId, GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.carrying_out import assign
from bot.services.groups.wording import names, some
from bot.shapes.outgoing import Text, ToPerson

KIND: Final = "建群"
QUESTION: Final = "请示"
_WIDE: Final = 24  # characters of a detail on a card
_FEW: Final = 3  # people who are named there


def draft(plan: Plan, company: Company) -> Draft:
    """Raises UserError where WeCom could not make such a group."""
    type_ = _type(plan, company)
    group = plan.group(company)
    _ensure_size(group)
    kind, decider = KIND, Selector.title(type_.approver) if type_.approver else Selector.role(Role.PRESIDENT_OFFICE)
    text = f"建群：{plan.name}（{type_.name}）"
    if type_.approver is None:
        kind, text = QUESTION, f"建群：{plan.name}（{type_.name}，由谁批准制度未定）"
    return Draft(
        kind=kind,
        applicant=plan.applicant,
        text=text,
        steps=(Step((decider,)),),
        payload=plan.payload(),
        details=_details(plan, group, company),
    )


def undecided(type_: GroupType, company: Company) -> UserError:
    """Nobody may approve it; the question goes to who can settle it, where there is somebody."""
    somebody = any(map(company.is_here, company.holders(Role.PRESIDENT_OFFICE)))
    then = "我去请示总裁办。" if somebody else "请向公司领导请示。"
    return UserError(Code.POLICY_UNDECIDED, f"{left_open(type_)}，现在不能建。{then}", can_be_asked=somebody)


def left_open(type_: GroupType) -> str:
    return f"{type_.name}由谁批准，制度还没有定（{type_.clause}）"


def outside(group: Group, company: Company) -> str:
    """Who is in it though he doesn't belong, as the applicant is told; empty where nobody is."""
    if not group.exempt:
        return ""
    return f"不在成员范围里的有 {some(company, group.exempt, _FEW)}（{rule_of(group, company)}），同意了就算例外。"


class FoundingKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return ""
        plan = Plan.of(request.draft.payload, request.applicant)
        if await desk.store.groups.named(plan.name):
            return f"不过「{plan.name}」这个群名刚刚被用了，所以没有建。请换一个名字再申请。"
        group = _group(plan, request, desk.company)
        if not FEWEST <= len(group.members) <= MOST:
            return f"不过现在算下来有 {len(group.members)} 人，企业微信的群要 {FEWEST} 到 {MOST} 人，所以没有建。"
        await desk.store.groups.add(group, cause=request.number, by=desk.act)
        await _file(desk, group, request.applicant)
        others = tuple(sorted(group.admins - {request.applicant}))
        await assign(desk, Errand(group.id, Deed.MAKE, request.number, request.applicant, others))
        return "接下来建群，结果马上告诉你。"


class QuestionKind(FoundingKind):
    """The same, for a type of which the policy doesn't say who approves it."""

    name = QUESTION


def _group(plan: Plan, request: Request, company: Company) -> Group:
    """`app_chat` is chosen here, once: whoever asks WeCom again asks for the same room. Groups of the app have no place
    for customers: one that is for them too, a person makes."""
    group = plan.group(company, approved_by=[decision.by for decision in request.decisions])
    chat = ChatId(f"qw{request.number.replace('-', '')}{secrets.token_hex(4)}")
    app_chat = None if _type(plan, company).composition.guests else chat
    return replace(group, id=GroupId(request.number), founding=request.number, app_chat=app_chat)


def _type(plan: Plan, company: Company) -> GroupType:
    type_ = company.group_type(plan.kind)
    if type_ is None:
        raise Defect(f"a group of a type that is none: {plan.kind}")
    return type_


def _ensure_size(group: Group) -> None:
    if len(group.members) > MOST:
        sentence = (
            f"企业微信一个群最多 {MOST} 人，这个群按规定要进 {len(group.members)} 人，建不了。请按部门分成几个群申请。"
        )
        raise UserError(Code.LIMIT, sentence)


def _details(plan: Plan, group: Group, company: Company) -> tuple[tuple[str, str], ...]:
    """What was said beyond type and name, and what follows from it."""
    several = len(group.members) > 1
    found = (
        ("部门", "、".join(plan.departments)),
        ("群管", names(company, [plan.admin]) if plan.admin else ""),
        ("成员", some(company, group.members, _FEW) if several else ""),
        ("范围外", some(company, group.exempt, _FEW) if several else ""),
        ("用途", plan.purpose),
    )
    return tuple((name, shown(value, _WIDE)) for name, value in found if value)


async def _file(desk: Desk, group: Group, applicant: UserId) -> None:
    """Some types are filed once they are approved (D7§4.5): people are told, and the trail says who was."""
    type_ = desk.company.group_type(group.kind)
    told = holders(type_.filed_with, desk.company) if type_ else ()
    if type_ is None or not told:
        return
    await desk.store.groups.save(group, change="filed", by=desk.act, people=told)
    owner = desk.company.name_of(applicant)
    for keeper in told:
        words = f"备案：{group.name}（{type_.name}），{owner} 申请，{group.founding} 已批准。"
        desk.tell(ToPerson(keeper), Text(words))
