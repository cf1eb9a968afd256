"""What a picture that somebody sent would cost to draw, read from its head alone: nothing is unpacked.

A PNG of some kilobytes may say that it is 60,000 pixels wide and high, which are fourteen gigabytes; a JPEG may go over
the whole of itself thousands of times.
"""

from collections.abc import Iterator
from typing import Final

MOST_PIXELS: Final = 30_000_000  # more than a telephone's usual twelve; 120 MB when it is unpacked
MOST_SCANS: Final = 64  # of a JPEG: progressive ones have about ten
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # SOF0 to SOF15 (ITU T.81, table B.1)
_SCAN: Final = 0xDA  # in what is packed, FF is always followed by 00 or a restart (B.1.1.5)


def is_drawable(data: bytes) -> bool:
    """A PNG or JPEG that is small enough to be unpacked here."""
    size = size_of(data)
    return size is not None and 0 < size[0] * size[1] <= MOST_PIXELS and not _goes_round(data)


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height as its head has them, in pixels. None: of another kind, or damaged."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) >= 24:
        return _number(data[16:20]), _number(data[20:24])
    sizes = list(_jpeg_sizes(data)) if data.startswith(_JPEG) else []
    return sizes[0] if len(sizes) == 1 else None  # of two, nobody knows which one a reader takes


def _jpeg_sizes(data: bytes) -> Iterator[tuple[int, int]]:
    """Up to its first scan, segment by segment, each of which says how long it is."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF and data[at + 1] != _SCAN:
        if data[at + 1] == 0xFF:  # filling
            at += 1
            continue
        if data[at + 1] in _FRAMES:
            yield _number(data[at + 7 : at + 9]), _number(data[at + 5 : at + 7])
        at += 2 + max(_number(data[at + 2 : at + 4]), 2)


def _goes_round(data: bytes) -> bool:
    return data.startswith(_JPEG) and data.count(bytes((0xFF, _SCAN))) > MOST_SCANS


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")
