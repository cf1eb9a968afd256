"""How much waits for somebody, as figures tell of it beside what happened."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from bot.domain.figures.items import Item
from bot.domain.figures.todo import Waiting, things_to_do
from bot.domain.groups.group import GroupState
from bot.domain.groups.keeping import keepers_here
from bot.pictures.figures import Todo
from bot.services.approvals.kinds import Desk
from bot.services.figures.making import Chapter

LATELY: Final = timedelta(days=30)


async def todo(desk: Desk, chapters: Sequence[Chapter]) -> Sequence[Todo]:
    """Of the items that somebody sees of the whole company, what is most pressing; of his own groups what is theirs."""
    whole = {each.item for each in chapters if each.scope.is_whole}
    numbers = {**await _waiting(desk, whole), **_grown(chapters)}
    own = {each.item for each in chapters if each.item in (Item.VIOLATIONS,)}
    return [Todo(what, how) for what, how in things_to_do(numbers, whole | own)]


async def _waiting(desk: Desk, items: set[Item]) -> Mapping[Waiting, int]:
    found: dict[Waiting, int] = {}
    if Item.HAZARDS in items:
        open_ones, today = await desk.store.hazards.open_ones(), desk.now.date()
        found[Waiting.HAZARDS_LATE] = sum(each.is_overdue(today) for each in open_ones)
        found[Waiting.MAJOR_HAZARDS] = sum(each.is_major for each in open_ones)
    if Item.ACCIDENTS in items:
        lately = await desk.store.accidents.between(desk.now - LATELY, desk.now)
        found[Waiting.ACCIDENTS_OPEN] = sum(each.taken_at is None and not each.state.is_closed for each in lately)
    if Item.REQUESTS in items:
        found[Waiting.REQUESTS_LATE] = await desk.store.figures.overdue_requests(desk.now)
    if Item.NOTICES in items:
        posted = await desk.store.postings.between(desk.now - LATELY, desk.now)
        found[Waiting.NOTICES_UNREAD] = sum(each.expected - each.confirmed for each in posted)
    if Item.GROUPS in items:
        used = [each for each in desk.company.groups if each.state is GroupState.IN_USE]
        found[Waiting.GROUPS_UNKEPT] = sum(not keepers_here(each, desk.company) for each in used)
    return found


def _grown(chapters: Sequence[Chapter]) -> Mapping[Waiting, int]:
    """What follows from the figures themselves, as far as they are told."""
    found: dict[Waiting, int] = {}
    for each in chapters:
        now, before = each.sheet.sums[0], each.before.sums[0] if each.before else None
        if each.item is Item.VIOLATIONS and now is not None and before is not None and not each.under_way:
            found[Waiting.VIOLATIONS_UP] = now - before
        if each.item is Item.USAGE and now is not None and each.whole:
            found[Waiting.HARDLY_USED] = each.whole - now
    return found
