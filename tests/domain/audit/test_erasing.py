"""Which entries may be empty is said in ranges, and signed."""

import json

import pytest

from bot.domain.audit.erasing import Erasures, Half, erasure, in_ranges, is_ours
from bot.domain.audit.links import Keyring

RING = Keyring([b"k" * 32])


def test_ranges() -> None:
    assert in_ranges([7, 3, 1, 2, 9, 8]) == [(1, 3), (7, 9)]
    assert in_ranges([]) == []


def test_what_they_hold() -> None:
    erasures = Erasures()
    for ids in ([5, 6], [1], [7, 20]):
        erasures.add(erasure(RING, {Half.WHO: ids}, "law"))
    erasures.settle()
    held = [each for each in range(25) if erasures.holds(Half.WHO, each)]
    assert held == [1, 5, 6, 7, 20]
    assert not erasures.holds(Half.WHOM, 5)


def test_signed_also_after_a_database_had_it() -> None:
    details = json.loads(json.dumps(erasure(RING, {Half.WHOM: [3, 4]}, "个人信息保护法第四十七条")))
    assert is_ours(RING, details)


@pytest.mark.parametrize("change", [{"who": [[1, 9]]}, {"why": "x"}, {"signature": ""}, {"signature": 7}])
def test_of_nobody_elses_making(change: dict[str, object]) -> None:
    assert not is_ours(RING, erasure(RING, {Half.WHO: [1]}, "law") | change)
    assert not is_ours(RING, {})
