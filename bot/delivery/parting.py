"""Many people in one call: who goes on by himself, and how. Pure.

A call for many is one row as long as all of its readers fare alike. Whoever is at his limit follows when that is over;
whoever the app does not reach is looked for elsewhere, as he would be alone; the rest is listed in one row.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from bot.delivery.ladder import Rung
from bot.identifiers import UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import ToPeople, ToPerson
from bot.shapes.queue import OutboxRow, Part

Rungs = Callable[[OutboxRow], Sequence[Rung]]


def without(people: ToPeople, gone: Collection[UserId]) -> ToPeople:
    return replace(people, users=tuple(user for user in people.users if user not in gone))


def later(people: ToPeople, users: Sequence[UserId]) -> tuple[Part, ...]:
    """Those at their limit: in a lane of their own, so that nobody waits for them."""
    return (Part(ToPeople(tuple(users), people.about), lane=f"{Via.APP}:{users[0]}"),)


def elsewhere(row: OutboxRow, people: ToPeople, users: Sequence[UserId], rungs: Rungs, why: str) -> tuple[Part, ...]:
    """Those whom a call for many did not reach: each by the first other channel that he has, the others parked."""
    parts: list[Part] = []
    nowhere: list[UserId] = []
    for user in users:
        alone = ToPerson(user, people.about)
        step = next((i for i, rung in enumerate(rungs(replace(row, address=alone))) if rung.via is not Via.APP), None)
        if step is None:
            nowhere.append(user)
        else:
            parts.append(Part(alone, lane=f"{Via.APP}:{user}", step=step))
    if nowhere:
        parts.append(
            Part(ToPeople(tuple(nowhere), people.about), lane=f"{Via.APP}:{nowhere[0]}", state="parked", why=why)
        )
    return tuple(parts)
