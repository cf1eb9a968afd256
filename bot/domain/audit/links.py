"""The key of the chain, what it signs, and how a link hangs on the one before it.

HMAC-SHA256 (RFC 2104). A signature is four bytes that name the key, and the 32 of the code. Nobody who has the database
alone can make one: neither a link, nor the stamp that the bot puts on an entry as it writes it.
"""

import hashlib
import hmac
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.audit.entries import Digests

NAME: Final = 4
START: Final = bytes(36)  # what the first link hangs on


class UnknownKeyError(Exception):
    """Signed by a key that isn't here."""


class Keyring:
    """`keys`: of 32 bytes; the first one signs, all of them verify, so that a key can be changed."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._keys = {_name(key): key for key in keys}
        self._signing = _name(keys[0])

    @property
    def name(self) -> str:
        """Of the key that signs; tells nothing of it."""
        return self._signing.hex()

    @property
    def names(self) -> frozenset[str]:
        """Of all of them."""
        return frozenset(name.hex() for name in self._keys)

    def sign(self, what: bytes, data: bytes) -> bytes:
        return self._signing + hmac.digest(self._keys[self._signing], what + data, "sha256")

    def signed(self, what: bytes, data: bytes, signature: bytes) -> bool:
        """Raises UnknownKeyError."""
        key = self._keys.get(signature[:NAME])
        if key is None:
            raise UnknownKeyError(signature[:NAME].hex())
        return hmac.compare_digest(signature[NAME:], hmac.digest(key, what + data, "sha256"))


@dataclass(frozen=True, slots=True)
class Link:
    """`seq`: 1, 2, 3 … without a gap. `entry`: the id in the trail. `at`: when it was linked, ms since 1970."""

    seq: int
    entry: int
    at: int
    digests: Digests
    prev: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """The last link, as it is posted and kept elsewhere."""

    seq: int
    hash: str  # 64 hex digits
    at: datetime


LINK: Final = b"qunwu link 1"
STAMP: Final = b"qunwu entry 1"


def link_data(seq: int, entry: int, at: int, prev: bytes, body: bytes, stamp: bytes | None) -> bytes:
    return struct.pack(">qqq", seq, entry, at) + prev + hashlib.sha256(body).digest() + (stamp or b"")


def hash_of(signature: bytes) -> str:
    """Of a link, for people."""
    return signature[NAME:].hex()


def _name(key: bytes) -> bytes:
    return hashlib.sha256(b"qunwu audit key" + key).digest()[:NAME]
