"""What is doubtful about a group is raised once, with its keepers; what was settled and comes back is raised again."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from bot.domain.groups.doubts import Doubt, DoubtKind, doubts
from bot.domain.groups.errands import Errand
from bot.domain.groups.group import Group
from bot.domain.groups.reviews import ReviewCause
from bot.domain.groups.roster import Roster, corrected
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.reviews.opening import open_review

NO_NEWS: Final = frozenset({DoubtKind.MOVED, DoubtKind.NEWCOMER})
"""Not raised when a group is looked at for the first time: they were there before the bot, and the monthly round asks
about them."""
ELSEWHERE: Final = frozenset({DoubtKind.EXPIRED, DoubtKind.UNSPONSORED})  # `guest_stays` sees to them

STRANGER: Final = DoubtKind.STRANGER


async def look(desk: Desk, group: Group) -> None:
    """By the registry, and by what the last list said beyond it; who is missing is for the next list to tell."""
    known = await desk.store.rosters.known_doubts(group.id)
    await raise_new(desk, group, await standing(desk, group, known), unsaid=frozenset({DoubtKind.MISSING}))


def doubtful(desk: Desk, group: Group, roster: Roster | None, under_way: Collection[Errand]) -> tuple[Doubt, ...]:
    """Whom one of the errands is about is left alone."""
    people = {user for errand in under_way for user in errand.people}
    guests = {errand.guest for errand in under_way}
    today = desk.now.date()
    return doubts(group, desk.company, roster, today, under_way=people, guests_under_way=guests)


async def standing(desk: Desk, group: Group, known: Collection[Doubt]) -> tuple[Doubt, ...]:
    """All that is doubtful about it now, without a new list."""
    errands = await desk.store.errands.open_ones(group.id)
    if not group.members:  # nobody knows who is in it, so nobody is missing
        return doubtful(desk, group, None, errands)
    roster = corrected(group.insiders, strangers=_users(known, STRANGER), missing=_users(known, DoubtKind.MISSING))
    found = doubtful(desk, group, roster, errands)
    return (*found, *_guests_of_the_list(group, known))


async def raise_new(
    desk: Desk,
    group: Group,
    found: Sequence[Doubt],
    *,
    unsaid: Collection[DoubtKind] = frozenset(),
    quiet: bool = False,
) -> Sequence[Doubt]:
    """`found` is all that is doubtful now; what its keepers are asked about is answered.

    `unsaid` kinds are noted, and never told; `quiet`: nothing is told yet.
    """
    rosters = desk.store.rosters
    asked = frozenset(_users(await rosters.known_doubts(group.id), STRANGER))
    new = await rosters.replace_doubts(group.id, found, tell=not quiet, by=desk.act)
    if quiet:
        return ()
    silent = ELSEWHERE.union(unsaid) if (await rosters.get(group.id)).looked_at else ELSEWHERE.union(NO_NEWS, unsaid)
    await rosters.looked(group.id, known=bool(group.members))
    news = [doubt for doubt in new if doubt.kind not in silent and not _was_let_stay(doubt, asked)]
    if news:
        await open_review(desk, group, news, ReviewCause.ROSTER)
    return news


def _was_let_stay(doubt: Doubt, asked: Collection[UserId]) -> bool:
    """His keepers were just asked about the stranger, and knew then where he works."""
    return doubt.kind is DoubtKind.MOVED and doubt.user in asked


def _users(known: Collection[Doubt], kind: DoubtKind) -> Iterator[UserId]:
    return (doubt.user for doubt in known if doubt.user and doubt.kind is kind)


def _guests_of_the_list(group: Group, known: Collection[Doubt]) -> Iterator[Doubt]:
    """Outsiders whom only a list can tell of."""
    registered = {guest.name for guest in group.guests}
    for doubt in known:
        stranger = doubt.kind is STRANGER and doubt.guest not in registered
        missing = doubt.kind is DoubtKind.MISSING and doubt.guest in registered
        if doubt.guest and (stranger or missing):
            yield doubt
