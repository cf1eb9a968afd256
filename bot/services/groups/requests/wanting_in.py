"""Somebody wants to come into a group: its keepers decide, for who doesn't fit also who approves its type (D7§6)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.groups.changing import approver_of
from bot.domain.groups.composition import fits
from bot.domain.groups.errands import Deed, Errand
from bot.domain.groups.group import Group, GroupState
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.identifiers import GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.carrying_out import assign

JOINING: Final = "入群"
EXCEPTION: Final = "例外入群"
Details = tuple[tuple[str, str], ...]


def joining_text(group: Group) -> str:
    return f"{JOINING}：{group.name}"


def joining(person: Person, group: Group, details: Details) -> Draft:
    return Draft(
        kind=JOINING,
        applicant=person.user_id,
        text=joining_text(group),
        steps=(_by_keepers(group),),
        payload={"group": group.id, "user": person.user_id},
        details=details,
    )


def exception(applicant: Person, person: Person, group: Group, company: Company, details: Details) -> Draft:
    """A keeper who applies for somebody has given his own word by that."""
    whom = "" if applicant == person else f"，{company.told_apart(person)}"
    steps = (approver_of(group, company),)
    return Draft(
        kind=EXCEPTION,
        applicant=applicant.user_id,
        text=f"{EXCEPTION}：{group.name}{whom}",
        steps=steps if applicant.user_id in group.keepers else (_by_keepers(group), *steps),
        payload={"group": group.id, "user": person.user_id},
        concerned=(person.user_id,),
        details=details,
    )


async def ensure_not_under_way(
    desk: Desk, people: Sequence[UserId], group: Group, deed: Deed, *, guest: str = ""
) -> None:
    """Raises UserError where it is decided already, and only waits to be done."""
    for errand in await desk.store.errands.open_ones(group.id):
        about = set(people) & set(errand.people) or (guest and errand.guest == guest)
        if errand.deed is deed and about:
            raise UserError(Code.DUPLICATE, f"{errand.cause} 已经在办了，办好了会告诉你，不用再发一次。")


class JoiningKind:
    """`bot.services.approvals.kinds.Kind`; the same for both ways in."""

    prefix = "RQ"

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return ""
        payload, exempt = request.draft.payload, self._name == EXCEPTION
        group, user = await desk.store.groups.hold(GroupId(payload["group"])), UserId(payload["user"])
        if group is None or group.state is GroupState.CLOSED:
            return "不过这个群已经停用，就不进了。"
        person = desk.company.person(user)
        if person is None or not person.active:
            return "不过对方已经离职，就不拉了。"
        if user in group.insiders and not exempt:
            return "已经在群里了，不用再办。"
        if not (exempt or fits(person, group, desk.company)):
            return "不过部门或职务刚有变动，现在不在这个群的成员范围里，所以没有进群。"
        added = Errand(group.id, Deed.ADD, request.number, request.applicant, (user,), exempt=exempt)
        await assign(desk, _helped(added, request, group))
        whom = "你" if user == request.applicant else desk.company.name_of(user)
        return f"接下来拉{whom}进群，办好了告诉你。"


def _helped(errand: Errand, request: Request, group: Group) -> Errand:
    """By whoever of its keepers agreed, where it has to be done by hand: he needn't be asked twice."""
    agreed = [each.by for each in request.decisions if each.by in group.keepers]
    own = [request.applicant] if request.applicant in group.keepers else []
    return replace(errand, helper=next(iter([*own, *agreed]), None))


def _by_keepers(group: Group) -> Step:
    return Step((Selector.keeper(group.id),))
