"""A picture is measured before it is unpacked: what would fill the memory is known by its head."""

import zlib

import pytest

from bot.pictures.bars import bar_chart
from bot.pictures.png import render
from bot.pictures.size import MOST_PIXELS, MOST_SCANS, is_drawable, size_of

PNG = render(bar_chart("图", ()), zoom=0.1)


def png(width: int, height: int) -> bytes:
    """One bit a pixel, all of them black: sixty thousand by sixty thousand are half a megabyte."""
    rows = zlib.compress(bytes(width // 8 + 1) * 8)
    parts = (b"IHDR", width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x01\0\0\0\0"), (b"IDAT", rows)
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in (*parts, (b"IEND", b"")))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def jpeg(width: int, height: int, *, frames: int = 1, scans: int = 1) -> bytes:
    """Its segments, without what they are about."""
    frame = b"\xff\xc2\0\x0b\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big") + b"\x01\x01\x11\0"
    exif = b"\xff\xe1\0\x08\xff\xc0\0\0\0\0"  # what stands in it is none of its segments
    return b"\xff\xd8" + exif + frame * frames + b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\xff\0" * scans + b"\xff\xd9"


def test_width_and_height_stand_in_the_head() -> None:
    assert size_of(png(300, 200)) == size_of(jpeg(300, 200)) == (300, 200)
    width, height = size_of(PNG) or (0, 0)
    assert width > height > 0


@pytest.mark.parametrize("data", [PNG, png(4000, 3000), jpeg(4000, 3000), jpeg(6000, 4000, scans=10)])
def test_what_people_send_is_drawn(data: bytes) -> None:
    assert is_drawable(data)


@pytest.mark.parametrize(
    "data",
    [
        png(60_000, 60_000),
        png(MOST_PIXELS + 1, 1),
        png(0, 10),
        png(300, 200)[:20],
        jpeg(65_000, 65_000),
        jpeg(300, 200, frames=2),
        jpeg(300, 200, frames=0),
        jpeg(300, 200, scans=MOST_SCANS + 1),
        jpeg(300, 200)[:12],
        b"\xff\xd8" + b"\xff" * 100_000,
        b"GIF89a" + b"\xff" * 8,
        b"RIFF\0\0\0\0WEBP",
        b"rubbish",
        b"",
    ],
)
def test_what_would_fill_the_memory_is_not(data: bytes) -> None:
    assert not is_drawable(data)
