"""Whom a posting has reached: what became of each of its calls, counted by heads."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.domain.notices.posting import Posting
from bot.identifiers import GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.records.digests import Held
from bot.shapes.records.receipts import Delivery
from bot.shapes.store import Store

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
    return count(await calls(desk.store, posting))


async def told(desk: Desk, posting: Posting) -> frozenset[UserId]:
    """Who has it in private, or may have."""
    deliveries = await calls(desk.store, posting)
    return frozenset(user for each in deliveries if each.state in MAYBE for user in each.users)


async def told_rooms(desk: Desk, posting: Posting) -> frozenset[GroupId]:
    """In which it was said, or may have been; of what nobody knows any more, in all."""
    said: dict[GroupId, bool] = {}
    for each in await calls(desk.store, posting):
        if each.group:
            said[each.group] = said.get(each.group, False) or each.state in MAYBE
    return frozenset(room for room in posting.groups if said.get(room, True))


async def calls(store: Store, posting: Posting) -> Sequence[Delivery]:
    """Its own, and those that told it together with others; these can't be taken back by themselves."""
    held = await store.digests.of(posting.id)
    rooms = {each.reader for each in held if each.room and each.about}
    people = {each.reader for each in held if not each.room and each.about}
    shared = [
        call for about in sorted({each.about for each in held} - {""}) for call in await store.deliveries.of(about)
    ]
    theirs = [replace(each, users=tuple(user for user in each.users if user in people), msgid="") for each in shared]
    merged = [each for each in theirs if each.users or each.group in rooms]
    waiting = [_waiting(each) for each in held if not each.about]
    return [*await store.deliveries.of(posting.about), *merged, *waiting]


def _waiting(held: Held) -> Delivery:
    """Of a digest that isn't written yet."""
    if held.room:
        return Delivery(0, "waiting", "", group=GroupId(held.reader))
    return Delivery(0, "waiting", "", (UserId(held.reader),))


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
