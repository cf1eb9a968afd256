"""A key is gone for good, and somebody who has the one in use puts that down: what it signed can't be checked any more,
and can't be changed from then on either, for the digest of all of it stands in an entry under the new key.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from bot.domain.audit.entries import Entry, body
from bot.domain.audit.links import NAME, Link, link_data

WRITTEN_OFF: Final = ":key.lost"
MOST_WHY: Final = 200  # characters


@dataclass(frozen=True, slots=True)
class Lost:
    """`key`: its name. `links`: how many it signed, or stamped the entry of; from `first` to `last`. `on`: the day on
    which that was put down."""

    key: str
    links: int
    first: int
    last: int
    digest: str
    on: str
    why: str

    @property
    def details(self) -> Mapping[str, Any]:
        """Of the entry that says so."""
        return {name: getattr(self, name) for name in self.__slots__}

    @property
    def said(self) -> str:
        where = f"第 {self.first} 到 {self.last} 条" if self.last > self.first else f"第 {self.first} 条"
        return f"{where}的密钥（{self.key}）{self.on} 登记为丢失：{self.why}；那之前的没法核对，之后没有变过"


def lost_of(details: Mapping[str, Any]) -> Lost | None:
    try:
        numbers = (int(details[name]) for name in ("links", "first", "last"))
        words = {name: str(details[name]) for name in ("key", "digest", "on", "why")}
        links, first, last = numbers
    except (KeyError, TypeError, ValueError):
        return None
    return Lost(links=links, first=first, last=last, **words)


@dataclass(slots=True)
class Remains:
    """All that one key signed, link by link."""

    links: int = 0
    first: Link | None = None
    last: Link | None = None
    _digest: Any = field(default_factory=hashlib.sha256)

    def add(self, link: Link, entry: Entry) -> None:
        self.links += 1
        self.first = self.first or link
        self.last = link
        data = body(entry.at, entry.action, entry.authority, link.digests)
        self._digest.update(link_data(link.seq, link.entry, link.at, link.prev, data, entry.stamp) + link.signature)

    @property
    def digest(self) -> str:
        return str(self._digest.hexdigest())

    def are(self, lost: Lost) -> bool:
        """What they were when it was put down."""
        return (self.links, self.digest) == (lost.links, lost.digest)

    def put_down(self, key: str, on: str, why: str) -> Lost:
        first, last = (each.seq if each else 0 for each in (self.first, self.last))
        return Lost(key, self.links, first, last, self.digest, on, why)


def key_of(signature: bytes | None) -> str:
    """The name of the key that made it."""
    return (signature or b"")[:NAME].hex()
