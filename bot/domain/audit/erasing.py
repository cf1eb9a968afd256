"""Which halves of which entries were erased by law: an entry of its own says so, and is signed.

Whoever has the database alone can empty a row, and can't write such an entry.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from bot.domain.audit.links import NAME, Keyring, UnknownKeyError

ERASURE: Final = b"qunwu erasure 1"


class Half(StrEnum):
    WHO = "who"
    WHOM = "whom"


@dataclass(frozen=True, slots=True)
class Named:
    """A half of an entry that names somebody. `linked`: it may go, since the chain proves what is left."""

    entry: int
    half: Half
    at: datetime
    subject: str
    linked: bool

    def is_held(self, held: Collection[str]) -> bool:
        """Whether its subject's number is one of which nothing goes."""
        return self.subject.partition(":")[2] in held


Ranges = Sequence[tuple[int, int]]  # of ids, both ends included, in order


@dataclass(slots=True)
class Erasures:
    """What may be empty."""

    ranges: dict[Half, list[tuple[int, int]]] = field(default_factory=lambda: {half: [] for half in Half})

    def add(self, details: Mapping[str, Any]) -> None:
        for half in Half:
            self.ranges[half] += [(int(first), int(last)) for first, last in details.get(half, ())]

    def settle(self) -> None:
        """Before it is asked."""
        for half, ranges in self.ranges.items():
            self.ranges[half] = _joined(ranges)

    def holds(self, half: Half, entry: int) -> bool:
        ranges = self.ranges[half]
        low, high = 0, len(ranges)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if ranges[middle][1] < entry else (low, middle)
        return low < len(ranges) and ranges[low][0] <= entry


def in_ranges(ids: Iterable[int]) -> Ranges:
    return _joined([(each, each) for each in ids])


def erasure(ring: Keyring, ids: Mapping[Half, Iterable[int]], why: str) -> dict[str, Any]:
    """The details of the entry that says so."""
    details: dict[str, Any] = {half.value: [list(each) for each in in_ranges(ids.get(half, ()))] for half in Half}
    details["why"] = why
    return details | {"signature": ring.sign(ERASURE, _data(details)).hex()}


def is_ours(ring: Keyring, details: Mapping[str, Any], lost: Collection[str] = ()) -> bool:
    """`lost`: keys that are gone; what they signed is as it was when that was put down, or something else is wrong."""
    if str(details.get("signature", ""))[: 2 * NAME] in lost:
        return True
    try:
        return ring.signed(ERASURE, _data(details), bytes.fromhex(details.get("signature", "")))
    except (UnknownKeyError, ValueError, TypeError):
        return False


def _data(details: Mapping[str, Any]) -> bytes:
    told = {key: details.get(key) for key in (*Half, "why")}
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def _joined(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return joined
