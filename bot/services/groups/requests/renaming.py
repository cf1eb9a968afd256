"""A group is renamed: the office that appoints for it decides on what its keepers ask (D6§10.2)."""

from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState
from bot.domain.company import Company
from bot.domain.groups.changing import any_of
from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.group import Group, GroupState
from bot.domain.groups.offices import office_of
from bot.identifiers import GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.carrying_out import assign

KIND: Final = "改群名"


def draft(applicant: UserId, group: Group, name: str, company: Company) -> Draft:
    return Draft(
        kind=KIND,
        applicant=applicant,
        text=f"把{group.name}改名为「{name}」",
        steps=(any_of(office_of(group, company)),),
        payload={"group": group.id, "name": name},
    )


class RenamingKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return ""
        payload = request.draft.payload
        group, name = await desk.store.groups.hold(GroupId(payload["group"])), payload["name"]
        if group is None or group.state is GroupState.CLOSED:
            return "不过这个群已经停用，就不改了。"
        if group.name == name:
            return "它已经叫这个名字了，不用再改。"
        if await desk.store.groups.named(name) not in (None, group):
            return f"不过「{name}」刚刚被别的群用了，所以没有改。请换一个名字再申请。"
        await assign(desk, Errand(group.id, Deed.RENAME, request.number, request.applicant, wish=name))
        return "接下来改名，办好了告诉你。"
