"""A file that is compressed, encrypted and whole, or nothing: what a backup is written to and read from.

`MARK`, the length of a header in four bytes, the header as JSON (it can be read without the key, and changing it
closes the rest), then pieces: four bytes of length and AES-256-GCM (NIST SP 800-38D) over up to a megabyte of what zlib
made of the lines. Each file has a key of its own, by HKDF from the backup's key and a salt; a piece's nonce is its
number, and the last one says that it is the last. So a piece that was changed, moved, left out or cut off is noticed.
"""

import hashlib
import json
import os
import secrets
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MARK: Final = b"QUNWU BACKUP 1\n"
PIECE: Final = 1 << 20  # bytes
_TAG: Final = 16
_MOST_HEADER: Final = 64 * 1024
_SALT: Final = "salt"


class ChestError(Exception):
    """What is wrong with the file, in Chinese."""


class Chest:
    """To be written: `with Chest(path, key, header) as chest: chest.put(line)`. Only then it has its name.

    Until it is whole it lies beside it under another one, and is gone if anything fails. `size` is known in the end.
    """

    def __init__(self, path: Path, key: bytes, header: Mapping[str, Any]) -> None:
        self._path = path
        self._being_made = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        salt = secrets.token_bytes(32)
        self._header = json.dumps({**header, _SALT: salt.hex()}, ensure_ascii=False).encode()
        self._lock = _lock(key, salt)
        self._bound = hashlib.sha256(MARK + self._header).digest()
        self._zip = zlib.compressobj(6)
        self._waiting = bytearray()
        self._pieces = 0
        self.size = 0  # bytes of the file

    def __enter__(self) -> Self:
        self._file: IO[bytes] = os.fdopen(
            os.open(self._being_made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb", buffering=PIECE
        )
        self._file.write(MARK + len(self._header).to_bytes(4, "big") + self._header)
        return self

    def put(self, data: bytes) -> None:
        self._take(self._zip.compress(data))

    def _take(self, zipped: bytes) -> None:
        self._waiting += zipped
        while len(self._waiting) > PIECE:
            self._write(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if kind is None:
                self._close()
        finally:
            self._file.close()
            self._being_made.unlink(missing_ok=True)

    def _close(self) -> None:
        self._take(self._zip.flush())
        self._write(bytes(self._waiting), last=True)
        self._file.flush()
        os.fsync(self._file.fileno())
        self.size = self._file.tell()
        self._being_made.rename(self._path)

    def _write(self, plain: bytes, *, last: bool) -> None:
        piece = self._lock.encrypt(_nonce(self._pieces), plain, _about(self._bound, last=last))
        self._pieces += 1
        self._file.write(len(piece).to_bytes(4, "big") + piece)


def header_of(path: Path) -> Mapping[str, Any]:
    """Raises ChestError, OSError."""
    with path.open("rb") as file:
        return _header(file)[0]


def lines_of(path: Path, key: bytes) -> Iterator[bytes]:
    """One after the other, without their ends. Raises ChestError, if need be at the very end; OSError."""
    with path.open("rb") as file:
        header, raw = _header(file)
        lock, bound = _lock(key, bytes.fromhex(header[_SALT])), hashlib.sha256(MARK + raw).digest()
        unzip, rest = zlib.decompressobj(), b""
        for piece in _pieces(file, lock, bound):
            *lines, rest = (rest + unzip.decompress(piece)).split(b"\n")
            yield from lines
    if rest or not unzip.eof:
        raise ChestError("文件不完整")


def _header(file: IO[bytes]) -> tuple[Mapping[str, Any], bytes]:
    if file.read(len(MARK)) != MARK:
        raise ChestError("不是备份文件")
    length = int.from_bytes(file.read(4), "big")
    raw = file.read(length) if length <= _MOST_HEADER else b""
    try:
        header = json.loads(raw)
        bytes.fromhex(header[_SALT])
    except (ValueError, KeyError, TypeError):
        raise ChestError("文件头坏了") from None
    return header, raw


def _pieces(file: IO[bytes], lock: AESGCM, bound: bytes) -> Iterator[bytes]:
    number, piece = 0, _next(file)
    while piece is not None:
        following = _next(file)
        try:
            yield lock.decrypt(_nonce(number), piece, _about(bound, last=following is None))
        except InvalidTag:
            raise ChestError("密钥不对，或者文件被改过、截断过") from None
        number, piece = number + 1, following
    if number == 0:
        raise ChestError("文件不完整")


def _next(file: IO[bytes]) -> bytes | None:
    if not (head := file.read(4)):
        return None
    length = int.from_bytes(head, "big")
    if length > PIECE + _TAG:
        raise ChestError("文件被改过")
    piece = file.read(length)
    if len(head) < 4 or len(piece) < length:
        raise ChestError("文件被截断了")
    return piece


def _lock(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt, b"qunwu backup").derive(key))


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


def _about(bound: bytes, *, last: bool) -> bytes:
    return bound + (b"last" if last else b"more")
