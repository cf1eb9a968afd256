"""Whom a posting has reached: what became of each of its calls, counted by heads."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.notices.posting import Posting
from bot.identifiers import GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.records.receipts import Delivery

MAYBE = frozenset({"done", "unknown", "sending"})  # it may have arrived


@dataclass(frozen=True, slots=True)
class Reached:
    """Each person once, by the best that became of what he was to be told; so each group."""

    sent: frozenset[UserId]
    waiting: frozenset[UserId]
    unknown: frozenset[UserId]
    refused: frozenset[UserId]
    groups: Counter[str]


async def reached(desk: Desk, posting: Posting) -> Reached:
    return count(await desk.store.deliveries.of(posting.about))


async def told(desk: Desk, posting: Posting) -> frozenset[UserId]:
    """Who has it in private, or may have."""
    deliveries = await desk.store.deliveries.of(posting.about)
    return frozenset(user for each in deliveries if each.state in MAYBE for user in each.users)


def count(deliveries: Iterable[Delivery]) -> Reached:
    by_state: dict[str, set[UserId]] = {"done": set(), "waiting": set(), "unknown": set(), "refused": set()}
    groups: dict[GroupId, str] = {}
    for each in deliveries:
        state = _CALLED.get(each.state, each.state)
        by_state[state].update(each.users)
        if each.group and groups.get(each.group) != "done":
            groups[each.group] = state
    done, waiting, unknown = by_state["done"], by_state["waiting"], by_state["unknown"]
    return Reached(
        frozenset(done),
        frozenset(waiting - done),
        frozenset(unknown - done - waiting),
        frozenset(by_state["refused"] - done - waiting - unknown),
        Counter(groups.values()),
    )


_CALLED = {"sending": "waiting", "again": "waiting", "parked": "refused"}
