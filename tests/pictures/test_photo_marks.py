"""Photos as phones make them: how they were held is read, and what else they tell is cut out."""

import struct

import pytest

from bot.pictures.bars import bar_chart
from bot.pictures.photo_marks import bare, orientation
from bot.pictures.png import render

PLACE = b"GPS 31.2N 121.5E"
JFIF = b"\xff\xe0\x00\x04JF"
TABLE = b"\xff\xdb\x00\x06\xff\xd9\x01\x02"  # whose bytes look like the end of a picture
SCAN = b"\xff\xda\x00\x04\x01\x02" + b"picture \xff\x00\xff\xd0 data"
END = b"\xff\xd9"


def segment(marker: int, body: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body


def exif(turned: int, order: str = "<") -> bytes:
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    entries = struct.pack(f"{order}HHHIHHHHIHH", 2, 0x010F, 2, 4, 0, 0, 0x0112, 3, 1, turned, 0)
    return segment(0xE1, b"Exif\0\0" + head + entries + PLACE)


def photo(*marks: bytes) -> bytes:
    """As a phone sends it: with its marks, a second scan, and a film behind its end."""
    return b"\xff\xd8" + JFIF + b"".join(marks) + TABLE + SCAN + TABLE + SCAN + END


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("turned", range(1, 9))
def test_how_it_was_held(turned: int, order: str) -> None:
    assert orientation(photo(exif(turned, order))) == turned


@pytest.mark.parametrize("data", [b"", b"rubbish", photo(), photo(exif(9)), photo(segment(0xE1, b"Exif\0\0II*\0"))])
def test_what_nobody_said_is_upright(data: bytes) -> None:
    assert orientation(data) == 1


def test_what_else_a_photo_tells_is_cut_out() -> None:
    marks = [exif(6), segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + PLACE), segment(0xED, PLACE)]
    film = PLACE * 10
    found = bare(photo(*marks, segment(0xFE, PLACE), segment(0xE2, b"MPF\0" + PLACE)) + film)
    assert PLACE not in found
    assert orientation(found) == 6
    assert found.endswith(TABLE + SCAN + TABLE + SCAN + END)
    assert bare(found) == found


def test_nothing_of_the_picture_is_touched() -> None:
    colours = segment(0xE2, b"ICC_PROFILE\0...")
    assert bare(photo(colours)) == photo(colours)
    assert bare(photo(exif(6)), upright=True) == photo()


def test_a_png_keeps_what_draws_it() -> None:
    drawn = render(bar_chart("图", ()), zoom=0.1)
    chunk = struct.pack(">I", len(PLACE)) + b"eXIf" + PLACE + b"\0\0\0\0"
    assert bare(drawn[:33] + chunk + drawn[33:] + PLACE) == drawn


@pytest.mark.parametrize("size", [3, 10, 25, 40])
def test_what_is_cut_off_stays_as_it_is(size: int) -> None:
    data = photo(exif(6))[:size]
    assert bare(data) == data
