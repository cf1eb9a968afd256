"""However long a chain is that was cut in pieces, so much is told of it and no more."""

from datetime import UTC, datetime

from bot.domain.audit.checking import MOST, Checker
from bot.domain.audit.entries import Digests, Entry
from bot.domain.audit.erasing import Erasures
from bot.domain.audit.links import Keyring, Link

LINK = Link(9, 9, 0, Digests(b"", b""), b"", b"")
ENTRY = Entry(9, datetime(2026, 11, 22, tzinfo=UTC), "a", "b", "c", "d", "e", {}, None, None)


def test_there_is_an_end() -> None:
    checker = Checker(Keyring([b"k" * 32]), {}, Erasures(), 0)
    told = 0
    while not checker.is_enough():
        checker.link(LINK, ENTRY)
        checker.waiting(ENTRY)
        told += 1
    assert told <= MOST
    assert len(checker.verdict().breaks) == MOST + 1
