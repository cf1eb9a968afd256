"""The same to many people in private, in as few calls as WeCom allows (decision 0043)."""

from collections.abc import Iterable

from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.outgoing import Content, ToPeople


def tell_many(desk: Desk, users: Iterable[UserId], content: Content, about: str = "") -> None:
    """It may overtake what somebody is still to be told by himself: see `Deliveries.withdraw`."""
    readers, size = list(users), desk.company.receipts.batch
    for start in range(0, len(readers), size):
        desk.tell(ToPeople(tuple(readers[start : start + size]), about), content)
