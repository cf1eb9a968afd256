"""Whether the trail is what the bot wrote: all of it, page by page, beside a running bot too."""

from collections.abc import Collection, Mapping

from bot.domain.audit.breaks import Verdict
from bot.domain.audit.checking import Checker
from bot.domain.audit.erasing import Erasures, is_ours
from bot.domain.audit.links import Keyring
from bot.domain.audit.lost import WRITTEN_OFF, Lost, key_of, lost_of
from bot.storage.audit.chain import ERASED, Pages, begun, is_stamped_by
from bot.storage.engine.database import Database


async def verify(
    database: Database, ring: Keyring, anchors: Mapping[int, str], *, without: Collection[str] = ()
) -> Verdict:
    """`anchors`: see Checker. `without`: keys that are about to be put down as lost."""
    pages = Pages(database)
    lost: dict[str, Lost | None] = {**await lost_keys(pages, ring), **dict.fromkeys(without)}
    unstamped = [int(entry.details["unstamped"]) for entry in await begun(database, ring, lost)]
    checker = Checker(ring, anchors, await _erasures(pages, ring, lost), unstamped[0] if unstamped else 0, lost)
    async for link, entry in pages.links():
        checker.link(link, entry)
        if checker.is_enough():
            return checker.verdict()
    async for entry in pages.unlinked():
        checker.waiting(entry)
        if checker.is_enough():
            return checker.verdict()
    for copy in await pages.copies():
        checker.copied(copy)
    return checker.verdict()


async def lost_keys(pages: Pages, ring: Keyring) -> Mapping[str, Lost]:
    """Those that were put down as gone, by a key that is here, or by one that was put down later itself."""
    about = [each for each in await pages.about_itself() if each.action.endswith(WRITTEN_OFF)]
    found: dict[str, Lost] = {}
    for entry in reversed(about):
        lost = lost_of(entry.details)
        if lost and is_stamped_by(ring, entry, found) and key_of(entry.stamp) != lost.key:
            found[lost.key] = lost
    return found


async def _erasures(pages: Pages, ring: Keyring, lost: Collection[str]) -> Erasures:
    found = Erasures()
    for entry in await pages.about_itself():
        if entry.action.endswith(ERASED) and is_ours(ring, entry.details, lost):
            found.add(entry.details)
    found.settle()
    return found
