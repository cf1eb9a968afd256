"""What phones write into photos beside the picture: how it was held, and where it was taken, by whose phone, when.

How it was held (EXIF tag 0x0112, EXIF 2.32 §4.6.4) is needed to draw it upright. The rest is nobody's business who is
shown the picture: it is cut out, without touching the picture itself. What can't be read stays as it is.
"""

import struct
from collections.abc import Iterator
from typing import Final

from bot.patterns import regex

UPRIGHT: Final = 1
_JPEG: Final = b"\xff\xd8"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_EXIF: Final = b"Exif\0\0"
_COLOURS: Final = b"ICC_PROFILE\0"
_ORIENTATION: Final = 0x0112
_APPS: Final = range(0xE0, 0xF0)  # APP0 to APP15: what programs and phones add
_JFIF, _EXIF_OR_XMP, _ICC, _ADOBE, _COMMENT, _SCAN, _END, _TEM = 0xE0, 0xE1, 0xE2, 0xEE, 0xFE, 0xDA, 0xD9, 0x01
_MARKER: Final = regex(rb"\xff+([^\x00\xd0-\xd7\xff])")  # in a scan: 0xFF00 is data, 0xFFD0 to D7 go on with it
_OF_A_PNG: Final = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"sBIT", b"bKGD"}
)
_BROKEN: Final = (struct.error, IndexError, ValueError)


def orientation(data: bytes) -> int:
    """How a JPEG is to be turned, 1 to 8 as EXIF numbers them; 1 is upright, and what nobody said."""
    try:
        return next((_turned(piece[4:]) for marker, piece in _pieces(data) if _is_exif(marker, piece)), UPRIGHT)
    except _BROKEN:
        return UPRIGHT


def bare(data: bytes, *, upright: bool = False) -> bytes:
    """The picture alone, with how it is to be turned; `upright`: without that too, for who turns it himself."""
    try:
        if data.startswith(_JPEG):
            return _bare_jpeg(data, UPRIGHT if upright else orientation(data))
        return _bare_png(data) if data.startswith(_PNG) else data
    except _BROKEN:
        return data


def _bare_jpeg(data: bytes, turned: int) -> bytes:
    kept = (piece for marker, piece in _pieces(data) if _is_picture(marker, piece))
    return b"".join([_JPEG, _saying(turned) if turned != UPRIGHT else b"", *kept, b"\xff\xd9"])


def _pieces(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of each segment, a scan with its data, up to the end of the picture. What lies behind that,
    such as a film of the moment, isn't one.

    Raises ValueError for what is no JPEG, or is cut off.
    """
    found = _MARKER.match(data, len(_JPEG)) if data.startswith(_JPEG) else None
    while found and found[1][0] != _END:
        marker, at = found[1][0], found.end()
        end = at if marker == _TEM else at + struct.unpack_from(">H", data, at)[0]
        found = _MARKER.search(data, end)
        if found is None:
            break
        yield marker, b"\xff" + data[at - 1 : found.start() if marker == _SCAN else end]
    if found is None:
        raise ValueError("no whole JPEG")


def _is_exif(marker: int, piece: bytes) -> bool:
    return marker == _EXIF_OR_XMP and piece.startswith(_EXIF, 4)


def _is_picture(marker: int, piece: bytes) -> bool:
    """Of what programs add only what says how to read the colours."""
    if marker == _ICC:
        return piece.startswith(_COLOURS, 4)
    return marker in (_JFIF, _ADOBE) or (marker not in _APPS and marker != _COMMENT)


def _turned(body: bytes) -> int:
    """Of an EXIF segment: the first directory of the TIFF within."""
    tiff = body[len(_EXIF) :]
    order = {b"II": "<", b"MM": ">"}[tiff[:2]] if tiff[:2] in (b"II", b"MM") else ""
    if not order:
        return UPRIGHT
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    (many,) = struct.unpack_from(f"{order}H", tiff, first)
    for number in range(many):
        tag, _, _, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + number * 12)
        if tag == _ORIENTATION:
            return value if 1 <= value <= 8 else UPRIGHT
    return UPRIGHT


def _saying(turned: int) -> bytes:
    """A segment that says how it is to be turned, and nothing else."""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turned, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", 2 + len(_EXIF) + len(tiff)) + _EXIF + tiff


def _bare_png(data: bytes) -> bytes:
    at, kept = len(_PNG), [_PNG]
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise ValueError("cut off")
        if name in _OF_A_PNG:
            kept.append(data[at:end])
        if name == b"IEND":
            break
        at = end
    return b"".join(kept)
