"""WXBizMsgCrypt: how WeCom signs and encrypts callbacks (D-90968), and the bare AES of pictures (D-100719).

key       = base64(EncodingAESKey + "="), 32 bytes; AES-256-CBC, iv = key[:16]
plaintext = 16 random bytes | uint32 big-endian length | message | receiveid, padded to 32 (PKCS#7)
signature = sha1 of token, timestamp, nonce and ciphertext, sorted and joined
"""

import base64
import hashlib
import hmac
import os
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLOCK = 32


class CryptoError(Exception):
    """A foreign message that is not ours: wrong signature, key, padding or receiveid."""


def pad(data: bytes) -> bytes:
    count = BLOCK - len(data) % BLOCK
    return data + bytes([count]) * count


def unpad(data: bytes) -> bytes:
    count = data[-1] if data else 0
    if not 1 <= count <= BLOCK or len(data) < count:
        raise CryptoError("bad padding")
    return data[:-count]


def encrypt_bytes(key: bytes, data: bytes) -> bytes:
    """AES-256-CBC with iv = key[:16], padded to 32."""
    encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    return encryptor.update(pad(data)) + encryptor.finalize()


def decrypt_bytes(key: bytes, data: bytes) -> bytes:
    if len(data) % 16:
        raise CryptoError("not whole blocks")
    decryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).decryptor()
    return unpad(decryptor.update(data) + decryptor.finalize())


class Envelope:
    """Signs and seals for one callback address. `receive_id` is the corp id for an app, empty for an AI bot."""

    __slots__ = ("_receive_id", "_token", "key")

    def __init__(self, token: str, encoding_aes_key: str, receive_id: str) -> None:
        if len(encoding_aes_key) != 43:
            raise CryptoError("EncodingAESKey must have 43 characters")
        self._token = token
        self.key = base64.b64decode(encoding_aes_key + "=")
        self._receive_id = receive_id.encode()

    def sign(self, timestamp: str, nonce: str, cipher: str) -> str:
        joined = "".join(sorted([self._token, timestamp, nonce, cipher]))
        return hashlib.sha1(joined.encode(), usedforsecurity=False).hexdigest()

    def seal(self, message: str) -> str:
        data = message.encode()
        plain = os.urandom(16) + struct.pack(">I", len(data)) + data + self._receive_id
        return base64.b64encode(encrypt_bytes(self.key, plain)).decode()

    def open(self, cipher: str) -> str:
        try:
            plain = decrypt_bytes(self.key, base64.b64decode(cipher, validate=True))
        except ValueError as error:
            raise CryptoError("not base64") from error
        if len(plain) < 20:
            raise CryptoError("too short")
        (size,) = struct.unpack(">I", plain[16:20])
        message, receive_id = plain[20 : 20 + size], plain[20 + size :]
        if receive_id != self._receive_id:
            raise CryptoError("another receiveid")
        return message.decode()

    def open_signed(self, signature: str, timestamp: str, nonce: str, cipher: str) -> str:
        """Check the signature, then decrypt."""
        if not hmac.compare_digest(self.sign(timestamp, nonce, cipher).encode(), signature.encode()):
            raise CryptoError("bad signature")
        return self.open(cipher)
