"""WeCom's message encryption, the same for app callbacks (XML) and AI bot callbacks (JSON) (D-90968, D-101033).

plaintext = 16 random bytes | uint32 big-endian length | message | receive id, padded by PKCS#7 to 32 bytes,
AES-256-CBC with iv = key[:16]; signature = sha1 of the sorted token, timestamp, nonce and ciphertext.
SHA-1 and CBC are WeCom's choice; nothing else in this program uses them.
"""

import base64
import binascii
import hashlib
import hmac
import secrets
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLOCK: Final = 16
PADDING: Final = 32
HEAD: Final = 16 + 4  # random bytes and the length
KEY_BYTES: Final = 32
KEY_CHARACTERS: Final = 43


class Refusal(StrEnum):
    """Which of the values in WeCom's console differs from ours, for our own administrator and for nobody outside."""

    SIGNATURE = "signature"  # another token, or not from WeCom at all
    KEY = "key"  # another EncodingAESKey
    RECEIVER = "receiver"  # meant for another company
    STALE = "stale"  # stamped too long ago, or in the future
    SHAPE = "shape"  # no message at all
    CHECK = "check"  # not a callback at all: `qunwu check`, with a configuration that differs


class CryptoError(Exception):
    """Not from WeCom, or damaged. It says no more on purpose: details would help whoever is guessing."""

    def __init__(self) -> None:
        super().__init__("not an authentic WeCom message")


@dataclass(frozen=True, slots=True)
class CallbackKeys:
    """Token and EncodingAESKey as WeCom's console shows them."""

    token: str = field(repr=False)
    aes_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Signed:
    """A ciphertext (base64) with what its signature covers. Timestamp and nonce are as they stand in the query."""

    signature: str
    timestamp: str
    nonce: str
    encrypted: bytes


class MessageCrypt:
    """Opens and seals messages for one receiver. Several keys may be valid at once, while they are rotated.

    `receive_id` is the corp id for an app and "" for an AI bot. Belongs to one event loop: not thread-safe.
    """

    def __init__(self, keys: Sequence[CallbackKeys], receive_id: str) -> None:
        self._pairs = [_KeyPair(pair) for pair in keys]
        self._receive_id = receive_id.encode()

    def open(self, signed: Signed) -> bytes:
        """The message inside. Raises CryptoError for whatever is wrong with it."""
        found = self._opened(signed)
        if found is None:
            raise CryptoError
        return found[1]

    def reason(self, signed: Signed) -> Refusal:
        """Why `open` refuses it."""
        pairs = [pair for pair in self._pairs if pair.has_signed(signed)]
        if not pairs:
            return Refusal.SIGNATURE
        readable = any(_unframed(pair.decrypt(signed.encrypted)) for pair in pairs)
        return Refusal.RECEIVER if readable else Refusal.KEY

    def seal(self, message: bytes, *, timestamp: str, nonce: str, question: Signed | None = None) -> Signed:
        """Encrypt and sign with the keys that opened `question`, else with the first pair."""
        framed = secrets.token_bytes(16) + struct.pack(">I", len(message)) + message + self._receive_id
        missing = PADDING - len(framed) % PADDING
        asked = self._opened(question) if question else None
        pair = asked[0] if asked else self._pairs[0]
        encrypted = pair.encrypt(framed + bytes([missing]) * missing)
        return Signed(pair.signature(timestamp, nonce, encrypted), timestamp, nonce, encrypted)

    def _opened(self, signed: Signed) -> "tuple[_KeyPair, bytes] | None":
        """The pair that fits, and the message: where both have the same token, only the key tells them apart."""
        for pair in [pair for pair in self._pairs if pair.has_signed(signed)]:
            found = _unframed(pair.decrypt(signed.encrypted))
            if found and hmac.compare_digest(found[1], self._receive_id):
                return pair, found[0]
        return None


def decrypted_picture(data: bytes, key: bytes) -> bytes:
    """What people send to the AI bot: iv = key[:16], padded to 32 (D-100719). Raises CryptoError."""
    if len(key) != KEY_BYTES or not data or len(data) % BLOCK:
        raise CryptoError
    decryptor = Cipher(algorithms.AES(key), modes.CBC(key[:BLOCK])).decryptor()
    padded = decryptor.update(data) + decryptor.finalize()
    count = padded[-1]
    if not 1 <= count <= PADDING or padded[-count:] != bytes([count]) * count:
        raise CryptoError
    return padded[:-count]


class _KeyPair:
    def __init__(self, keys: CallbackKeys) -> None:
        key = _aes_key(keys.aes_key)
        self._token = keys.token.encode()
        self._iv = key[:BLOCK]
        self._cipher = Cipher(algorithms.AES(key), modes.CBC(self._iv))
        self._decryptor = self._cipher.decryptor()

    def signature(self, timestamp: str, nonce: str, encrypted: bytes) -> str:
        parts = (self._token, _raw(timestamp), _raw(nonce), encrypted)
        return hashlib.sha1(b"".join(sorted(parts)), usedforsecurity=False).hexdigest()

    def has_signed(self, signed: Signed) -> bool:
        expected = self.signature(signed.timestamp, signed.nonce, signed.encrypted)
        return hmac.compare_digest(expected.encode(), _raw(signed.signature))

    def decrypt(self, encrypted: bytes) -> bytes:
        """Padded plaintext, or nothing where it can't be one.

        One context serves for ever, five times cheaper than one per message: in CBC all that an earlier
        message leaves behind is its last block, so putting the iv in front starts anew. What comes out for
        the iv's own place is thrown away.
        """
        try:
            ciphertext = base64.b64decode(encrypted, validate=True)
        except binascii.Error:
            return b""
        if len(ciphertext) % BLOCK:
            return b""
        return self._decryptor.update(self._iv + ciphertext)[BLOCK:]

    def encrypt(self, padded: bytes) -> bytes:
        encryptor = self._cipher.encryptor()
        return base64.b64encode(encryptor.update(padded) + encryptor.finalize())


def _unframed(padded: bytes) -> tuple[bytes, bytes] | None:
    """(message, receive id), or None where it was not encrypted with our key."""
    if len(padded) < PADDING:
        return None
    count = padded[-1]
    if not 1 <= count <= PADDING or padded[-count:] != bytes([count]) * count:
        return None
    framed = padded[:-count]
    if len(framed) < HEAD:
        return None
    end = HEAD + int.from_bytes(framed[16:HEAD], "big")
    return None if end > len(framed) else (framed[HEAD:end], framed[end:])


def _aes_key(text: str) -> bytes:
    """Raises ValueError when the configured EncodingAESKey can't be one; the key itself is not in the message."""
    if len(text) != KEY_CHARACTERS or not (text.isascii() and text.isalnum()):
        raise ValueError(f"an EncodingAESKey has {KEY_CHARACTERS} letters and digits")
    return base64.b64decode(text + "=")


def _raw(text: str) -> bytes:
    """Bytes of a query's value, also where the request line was not UTF-8."""
    return text.encode("utf-8", "surrogatepass")
