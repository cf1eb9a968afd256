"""A new work group is asked for, and approved by whom its type names (D7§4)."""

import secrets
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.foundings import Founding
from bot.domain.groups.types import GroupType
from bot.domain.rights import Role
from bot.errors import Code, Defect, UserError
from bot.identifiers import ChatId, UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.outgoing import Text, ToPerson

KIND: Final = "建群"
JOB: Final = "group-founding"


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
        payload = request.draft.payload
        founding = Founding(
            number=request.number,
            type=payload["type"],
            name=payload["name"],
            owner=request.applicant,
            members=tuple(sorted({request.applicant, *(decision.by for decision in request.decisions)})),
            chat=ChatId(f"qw{request.number.replace('-', '')}{secrets.token_hex(4)}"),
        )
        await desk.store.foundings.add(founding, by=desk.act)
        _file(desk, founding)
        await desk.store.jobs.hasten(JOB, desk.now)
        return "接下来建群，结果马上告诉你。"


def _file(desk: Desk, founding: Founding) -> None:
    """Some types are filed once they are approved (D7§4.5); the trail has the approval, and people are told."""
    type_ = next((each for each in desk.company.group_types if each.key == founding.type), None)
    if type_ is None or type_.filed_with is None:
        return
    owner = desk.company.name_of(founding.owner)
    for keeper in desk.company.holders(type_.filed_with):
        words = f"备案：{founding.name}（{type_.name}），{owner} 申请，{founding.number} 已批准。"
        desk.tell(ToPerson(keeper), Text(words))
