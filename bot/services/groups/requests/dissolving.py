"""A group is given up: whoever approves groups of its type decides; then a person dissolves it, for WeCom lets no
program do that (D-98914), and all that waited for the group ends."""

from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState
from bot.domain.company import Company
from bot.domain.groups.changing import approver_of
from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.group import Group, GroupState
from bot.domain.wording import shown
from bot.identifiers import GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.carrying_out import assign
from bot.shapes.outgoing import Text, ToGroup

KIND: Final = "解散群"
_WIDE: Final = 24  # characters of a detail on a card


def draft(applicant: UserId, group: Group, reason: str, company: Company) -> Draft:
    return Draft(
        kind=KIND,
        applicant=applicant,
        text=f"解散{group.name}",
        steps=(approver_of(group, company),),
        payload={"group": group.id, "reason": reason},
        details=(("原因", shown(reason, _WIDE)), ("人数", f"{len(group.insiders)} 人")),
    )


class DissolvingKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return ""
        payload = request.draft.payload
        group = await desk.store.groups.hold(GroupId(payload["group"]))
        if group is None or group.state is GroupState.CLOSED:
            return "不过这个群已经停用，不用再解散。"
        asked = Errand(group.id, Deed.DISSOLVE, request.number, request.applicant, reason=payload["reason"])
        await assign(desk, asked)
        if group.app_chat or group.bot_chat or group.webhook:
            words = f"本群经批准将要解散（{request.number}）。要留的文件和记录，请先存好。"
            desk.tell(ToGroup(group.id), Text(words))
        return "企业微信不让机器人解散群，我请人来办，办好了告诉你。"
