"""What only a few may read is kept sealed: whoever has the database, or a copy of it, has nothing without the key.

AES-256-GCM (NIST SP 800-38D). A sealed value is `MARK`, four bytes that name the key, twelve of a nonce, and the
ciphertext with its tag. What it belongs to (`leave:QJ-20261122-001:reason`) is bound to it: put into another row, it
doesn't open.
"""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES: Final = 32
MARK: Final = b"\x00QW1"
_NAME: Final = 4
_NONCE: Final = 12
_HEAD: Final = len(MARK) + _NAME + _NONCE


class UnopenableError(Exception):
    """No key here opens it, or it was changed, or it belongs elsewhere."""


class Seal:
    """`keys`: of 32 bytes; the first one seals, all of them open, so that a key can be changed."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._keys = {_name(key): AESGCM(key) for key in keys}
        self._sealing = _name(keys[0])
        self._blinding = [hmac.digest(key, b"qunwu blinding", "sha256") for key in keys]

    @classmethod
    def fresh(cls) -> Self:
        """With a key that nobody else has and that is gone with this process."""
        return cls([secrets.token_bytes(KEY_BYTES)])

    def seal(self, data: bytes, about: str) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        return MARK + self._sealing + nonce + self._keys[self._sealing].encrypt(nonce, data, about.encode())

    def open(self, sealed: bytes, about: str) -> bytes:
        """Raises UnopenableError."""
        name, nonce = sealed[len(MARK) : len(MARK) + _NAME], sealed[len(MARK) + _NAME : _HEAD]
        key = self._keys.get(name)
        if key is None or not is_sealed(sealed):
            raise UnopenableError("sealed by a key that isn't here")
        try:
            return key.decrypt(nonce, sealed[_HEAD:], about.encode())
        except InvalidTag:
            raise UnopenableError("changed, or from another place") from None

    def blind(self, text: str, about: str) -> Sequence[str]:
        """What stands for a text that is to be found again and not read: by the first key, then by the older ones."""
        return [hmac.new(key, f"{about}:{text}".encode(), "sha256").hexdigest() for key in self._blinding]

    def seal_text(self, text: str, about: str) -> str:
        """For a column of text. Nothing stays nothing."""
        return base64.b64encode(self.seal(text.encode(), about)).decode() if text else ""

    def open_text(self, sealed: str, about: str) -> str:
        """Raises UnopenableError."""
        if not sealed:
            return ""
        try:
            return self.open(base64.b64decode(sealed, validate=True), about).decode()
        except ValueError:
            raise UnopenableError("never sealed") from None


def is_sealed(data: bytes) -> bool:
    return data.startswith(MARK) and len(data) > _HEAD


def _name(key: bytes) -> bytes:
    return hashlib.sha256(b"qunwu key name" + key).digest()[:_NAME]
