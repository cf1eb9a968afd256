"""Pictures stand beside each other, and what is missing is said."""

from bot.pictures.bars import bar_chart
from bot.pictures.pairs import MISSING, NOT_DRAWN, pairs_picture
from bot.pictures.png import render
from tests.pictures.test_photo_marks import exif
from tests.pictures.test_size import jpeg, png

PNG = render(bar_chart("图", ()), zoom=0.1)
JPEG = jpeg(40, 30)


def test_a_pair_has_both_pictures() -> None:
    drawn = pairs_picture("YH-1", [(PNG, JPEG)])
    assert drawn.count("data:image/png") == drawn.count("data:image/jpeg") == 1
    assert MISSING not in drawn


def test_what_is_missing_is_said() -> None:
    assert pairs_picture("YH-1", [(PNG, None), (None, PNG)]).count(MISSING) == 2


def test_what_would_fill_the_memory_is_not_unpacked() -> None:
    drawn = pairs_picture("YH-1", [(png(60_000, 60_000), PNG)])
    assert drawn.count("data:image") == drawn.count(NOT_DRAWN) == 1


def test_a_photo_stands_as_the_phone_was_held() -> None:
    drawn = pairs_picture("YH-1", [(JPEG[:2] + exif(6) + JPEG[2:], PNG)])
    assert drawn.count('transform="matrix(0 1 -1 0 ') == 1


def test_what_is_no_picture_spoils_nothing() -> None:
    assert render(pairs_picture("YH-1", [(b"rubbish", PNG)]), zoom=0.2).startswith(b"\x89PNG")
