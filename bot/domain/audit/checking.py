"""Goes along the chain once, link by link, and keeps nothing but what is wrong: a million entries cost no memory."""

import math
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Final

from bot.domain.audit.breaks import Break, Verdict, Wrong
from bot.domain.audit.entries import Digests, Entry, body, digests_of
from bot.domain.audit.erasing import Erasures, Half
from bot.domain.audit.links import LINK, STAMP, START, Head, Keyring, Link, UnknownKeyError, hash_of, link_data
from bot.domain.audit.lost import Lost, Remains, key_of

MOST: Final = 50  # breaks that are told; there is no end to those of a chain that was cut in pieces


class Checker:
    """`anchors`: seq → the beginning of its hash, from a file or a message that lies elsewhere. `unstamped`: up to
    which id entries were written before there was a key. `lost`: keys that are gone, by their names; None: nobody has
    put down yet what it signed."""

    def __init__(
        self,
        ring: Keyring,
        anchors: Mapping[int, str],
        erasures: Erasures,
        unstamped: int,
        lost: Mapping[str, Lost | None] | None = None,
    ) -> None:
        self._ring = ring
        self._anchors = anchors
        self._erasures = erasures
        self._unstamped = unstamped
        self._last = Link(0, 0, 0, Digests(b"", b""), b"", START)
        self._links = self._erased = self._waiting = self._compared = self._taken_in = 0
        self._breaks: list[Break] = []
        self._lost = lost or {}
        self._unknown: dict[str, Remains] = {}  # what a key signed that isn't here

    def link(self, link: Link, entry: Entry | None) -> None:
        """The next one, with what it is about; None: that isn't there any more."""
        if link.seq != self._last.seq + 1:
            self._add(Wrong.CUT, link)
        elif link.prev != self._last.signature:
            self._add(Wrong.MOVED, link)
        if entry is None:
            self._add(Wrong.MISSING, link)
        elif self._is_whole(link, entry):
            self._signed(link, entry)
        self._compare(link)
        self._last = link
        self._links += 1

    def waiting(self, entry: Entry) -> None:
        """One that isn't linked yet."""
        self._waiting += 1
        if entry.who_salt is None or entry.whom_salt is None:
            self._breaks.append(Break(Wrong.EMPTIED, entry=entry.id))
        elif wrong := self._stamped(entry, digests_of(entry)):
            self._breaks.append(Break(wrong, entry=entry.id))

    def copied(self, entry: int) -> None:
        self._breaks.append(Break(Wrong.COPIED, entry=entry))

    def verdict(self) -> Verdict:
        missing = [seq for seq in sorted(self._anchors) if seq > self._last.seq]
        tail = [Break(Wrong.TAIL, seq=seq) for seq in missing[-1:]]
        breaks = sorted([*self._under_unknown_keys(), *self._breaks, *tail], key=_place)[: MOST + 1]
        gone = [each for each in self._lost.values() if each and self._unknown.get(each.key, Remains()).are(each)]
        counts = self._erased, self._waiting, self._compared
        return Verdict(self._links, self._head(), *counts, breaks, gone, self._unknown, self._taken_in)

    def is_enough(self) -> bool:
        return len(self._breaks) > MOST

    def _under_unknown_keys(self) -> Iterator[Break]:
        """One for each key: what else is wrong must not drown in them where a key was lost."""
        for name in {**self._unknown, **self._lost}:
            known, found = self._lost.get(name), self._unknown.get(name, Remains())
            if name in self._lost and (known is None or found.are(known)):
                continue
            first = found.first or Link(0, 0, 0, Digests(b"", b""), b"", b"")
            wrong = Wrong.SINCE_LOST if known else Wrong.NO_KEY
            yield Break(wrong, first.seq, first.entry, f"密钥 {name}，共 {found.links} 条")

    def _head(self) -> Head | None:
        last = self._last
        return Head(last.seq, hash_of(last.signature), _moment(last.at)) if last.seq else None

    def _is_whole(self, link: Link, entry: Entry) -> bool:
        """Whether each half is what it was, or was erased as it should be."""
        found = digests_of(entry)
        halves = (
            (Half.WHO, entry.who_salt, found.who == link.digests.who, entry.actor or entry.cause),
            (Half.WHOM, entry.whom_salt, found.whom == link.digests.whom, entry.subject or entry.details),
        )
        for half, salt, is_same, is_there in halves:
            if salt is None and not self._erasures.holds(half, entry.id):
                return self._add(Wrong.EMPTIED, link)
            if is_there if salt is None else not is_same:
                return self._add(Wrong.CHANGED, link)
        self._erased += entry.who_salt is None or entry.whom_salt is None
        return True

    def _signed(self, link: Link, entry: Entry) -> None:
        data = body(entry.at, entry.action, entry.authority, link.digests)
        data = link_data(link.seq, link.entry, link.at, link.prev, data, entry.stamp)
        try:
            if not self._ring.signed(LINK, data, link.signature):
                self._add(Wrong.FORGED, link)
                return
        except UnknownKeyError as error:
            self._unknown.setdefault(str(error), Remains()).add(link, entry)
            return
        if (name := key_of(entry.stamp)) in self._lost:  # written under it, and linked under the one after it
            self._unknown.setdefault(name, Remains()).add(link, entry)
        elif wrong := self._stamped(entry, link.digests):
            self._add(wrong, link)

    def _stamped(self, entry: Entry, digests: Digests) -> Wrong | None:
        if entry.stamp is None:
            self._taken_in += entry.id <= self._unstamped
            return None if entry.id <= self._unstamped else Wrong.FOREIGN
        return None if is_stamped(self._ring, entry, digests) else Wrong.FOREIGN

    def _compare(self, link: Link) -> None:
        if known := self._anchors.get(link.seq):
            self._compared += 1
            if not hash_of(link.signature).startswith(known):
                self._add(Wrong.REWRITTEN, link)

    def _add(self, wrong: Wrong, link: Link) -> bool:
        self._breaks.append(Break(wrong, link.seq, link.entry))
        return False


def _moment(ms: int) -> datetime:
    """Whatever somebody wrote there."""
    try:
        return datetime.fromtimestamp(ms / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _place(found: Break) -> float:
    return math.inf if found.seq is None else found.seq


def is_stamped(ring: Keyring, entry: Entry, digests: Digests) -> bool:
    try:
        return ring.signed(STAMP, body(entry.at, entry.action, entry.authority, digests), entry.stamp or b"")
    except UnknownKeyError:
        return False
