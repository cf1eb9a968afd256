"""Who plans by a leave, and hears when it changes: whoever decided on it, and whoever was told of it."""

from collections.abc import Iterable, Iterator

from bot.domain.approvals.request import Request, RequestState
from bot.domain.company import Company
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.leave.requests.kind import TOLD
from bot.services.leave.requests.payload import KNOW
from bot.shapes.outgoing import Text, ToPerson


async def tell_of(desk: Desk, number: str, words: str) -> str:
    """`已告诉 王强。`, or nothing where nobody is left to hear it."""
    request = await desk.store.requests.get(number)
    if request is None:
        return ""
    users = [each for each in dict.fromkeys(_hearers(request)) if _hears(each, request, desk)]
    for user in users:
        desk.tell(ToPerson(user), Text(words))
    return f"已告诉 {_names(users, desk.company)}。" if users else ""


def _hearers(request: Request) -> Iterator[UserId]:
    for decision in request.decisions:
        yield decision.by
        if decision.stead_of:
            yield decision.stead_of
    if request.state is RequestState.APPROVED or not request.draft.payload.get(TOLD):  # else they are told later
        yield from (UserId(user) for user in request.draft.payload.get(KNOW, "").split(",") if user)


def _hears(user: UserId, request: Request, desk: Desk) -> bool:
    return user != request.applicant and desk.company.is_here(user)


def _names(users: Iterable[UserId], company: Company) -> str:
    return "、".join(map(company.name_of, users))
