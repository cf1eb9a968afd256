"""A new work group is asked for, and approved by whom its type names (D7§4)."""

import secrets
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.groups.composition import holders
from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.group import Group, GroupState
from bot.domain.groups.types import GroupType
from bot.domain.rights import Role
from bot.errors import Code, Defect, UserError
from bot.identifiers import ChatId, GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands import assign
from bot.shapes.outgoing import Text, ToPerson

KIND: Final = "建群"


def draft(applicant: UserId, type_: GroupType, name: str) -> Draft:
    """For a type whose approver is known."""
    if type_.approver is None:
        raise Defect(f"nobody can approve a group of type {type_.key}")
    return Draft(
        kind=KIND,
        applicant=applicant,
        text=f"建群：{name}（{type_.name}）",
        steps=(Step((Selector.title(type_.approver),)),),
        payload={"type": type_.key, "name": name},
    )


def undecided(type_: GroupType, company: Company) -> UserError:
    """Nobody may approve it; the question goes to who can settle it."""
    office = company.grants.get(Role.PRESIDENT_OFFICE)
    then = "我已转总裁办请示，等他们答复。" if office else "请向公司领导请示。"
    sentence = f"{type_.name}由谁批准，制度还没有定（{type_.clause}），现在不能建。{then}"
    return UserError(Code.POLICY_UNDECIDED, sentence, for_role=Role.PRESIDENT_OFFICE)


class FoundingKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return ""
        group = _group(request)
        await desk.store.groups.add(group, cause=request.number, by=desk.act)
        _file(desk, group, request.applicant)
        await assign(desk, Errand(group.id, Deed.MAKE, request.number, request.applicant))
        return "接下来建群，结果马上告诉你。"


def _group(request: Request) -> Group:
    """Who asked for it is its administrator until another is appointed. `app_chat` is chosen here, once: whoever asks
    WeCom again asks for the same room."""
    payload = request.draft.payload
    return Group(
        id=GroupId(request.number),
        name=payload["name"],
        kind=payload["type"],
        owner=request.applicant,
        admins=frozenset({request.applicant}),
        members=frozenset({request.applicant, *(decision.by for decision in request.decisions)}),
        app_chat=ChatId(f"qw{request.number.replace('-', '')}{secrets.token_hex(4)}"),
        state=GroupState.TO_MAKE,
        founding=request.number,
    )


def _file(desk: Desk, group: Group, applicant: UserId) -> None:
    """Some types are filed once they are approved (D7§4.5); the trail has the approval, and people are told."""
    type_ = desk.company.group_type(group.kind)
    if type_ is None:
        return
    owner = desk.company.name_of(applicant)
    for keeper in holders(type_.filed_with, desk.company):
        words = f"备案：{group.name}（{type_.name}），{owner} 申请，{group.founding} 已批准。"
        desk.tell(ToPerson(keeper), Text(words))
