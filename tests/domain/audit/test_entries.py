"""An entry comes to the same bytes wherever it was kept, and to others as soon as anything of it is another."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.domain.audit.entries import Digests, Entry, body, digests_of, settled

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ENTRY = Entry(1, NOW, "a", "x:y.z", "person:b", "员工", "m1", {"n": 1, "who": ["b"]}, b"1" * 16, b"2" * 16)


def written(entry: Entry) -> bytes:
    return body(entry.at, entry.action, entry.authority, digests_of(entry))


@pytest.mark.parametrize(
    "same",
    [
        replace(ENTRY, at=NOW.astimezone(timezone(timedelta(hours=8)))),
        replace(ENTRY, details={"who": ["b"], "n": 1.0}),
        replace(ENTRY, id=2),
        replace(ENTRY, stamp=b"s"),
    ],
)
def test_the_same(same: Entry) -> None:
    assert written(same) == written(ENTRY)


@pytest.mark.parametrize(
    "other",
    [
        replace(ENTRY, at=NOW + timedelta(microseconds=1)),
        replace(ENTRY, actor="b"),
        replace(ENTRY, actor="a\x00m1", cause=""),
        replace(ENTRY, action="x:y.", authority="z员工"),
        replace(ENTRY, subject="person:c"),
        replace(ENTRY, authority=""),
        replace(ENTRY, cause="m2"),
        replace(ENTRY, details={"n": "1", "who": ["b"]}),
        replace(ENTRY, details={"n": 1, "who": "b"}),
        replace(ENTRY, who_salt=b"3" * 16),
    ],
)
def test_another(other: Entry) -> None:
    assert written(other) != written(ENTRY)


def test_what_a_database_makes_of_it() -> None:
    assert settled({1: 1e16, "a": (True, None, 0.5)}) == {"1": 10**16, "a": [True, None, 0.5]}
    assert settled(True) is True


def test_a_half_that_is_gone_tells_nothing() -> None:
    """The salt is gone with it: who it was can't be found by trying all that there are."""
    known = digests_of(ENTRY)
    tried = {digests_of(replace(ENTRY, actor=name, who_salt=b"")).who for name in ("a", "b", "c")}
    assert known.who not in tried
    assert isinstance(known, Digests)
