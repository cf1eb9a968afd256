"""An entry of the trail in bytes that mean the same on every database and for ever.

Two halves of it may have to go by law (个人信息保护法 art. 47): who acted, and whom it was about. Each is bound by a
digest over a random salt, so that the digest may stay when the half and its salt are gone: nobody can guess from it who
it was, and what is left is still proved.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

SALT: Final = 16  # bytes
_ENCODE: Final = json.JSONEncoder(separators=(",", ":"), sort_keys=True).encode


@dataclass(frozen=True, slots=True)
class Entry:
    """`who_salt`, `whom_salt`: None where that half was erased. `stamp`: that the bot wrote it; None: it had no key."""

    id: int
    at: datetime
    actor: str
    action: str
    subject: str
    authority: str
    cause: str
    details: Mapping[str, Any]
    who_salt: bytes | None
    whom_salt: bytes | None
    stamp: bytes | None = None


@dataclass(frozen=True, slots=True)
class Digests:
    """Of the two halves, 32 bytes each."""

    who: bytes
    whom: bytes


def new_salt() -> bytes:
    return secrets.token_bytes(SALT)


def who_digest(salt: bytes, actor: str, cause: str) -> bytes:
    return _digest(b"who", salt, actor, cause)


def whom_digest(salt: bytes, subject: str, details: Mapping[str, Any]) -> bytes:
    return _digest(b"whom", salt, subject, settled(details))


def digests_of(entry: Entry) -> Digests:
    """As it stands; of a half that is gone, nothing that means anything."""
    return Digests(
        who_digest(entry.who_salt or b"", entry.actor, entry.cause),
        whom_digest(entry.whom_salt or b"", entry.subject, entry.details),
    )


def body(at: datetime, action: str, authority: str, digests: Digests) -> bytes:
    """What is stamped and linked."""
    return _written(at.astimezone(UTC).isoformat(), action, authority) + digests.who + digests.whom


def settled(value: Any) -> Any:
    """As it comes back from any database: a whole number is an integer however it was written, and a key is a text."""
    match value:
        case Mapping():
            return {str(key): settled(each) for key, each in value.items()}
        case list() | tuple():
            return [settled(each) for each in value]
        case float() if value.is_integer():
            return int(value)
    return value


def _digest(half: bytes, salt: bytes, *values: Any) -> bytes:
    return hashlib.sha256(half + salt + _written(*values)).digest()


def _written(*values: Any) -> bytes:
    return _ENCODE(values).encode()
