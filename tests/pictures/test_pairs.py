"""Pictures stand beside each other, and what is missing is said."""

from bot.pictures.bars import bar_chart
from bot.pictures.pairs import MISSING, pairs_picture
from bot.pictures.png import render

PNG = render(bar_chart("图", ()), zoom=0.1)
JPEG = b"\xff\xd8\xff\xe0"  # how one begins


def test_a_pair_has_both_pictures() -> None:
    drawn = pairs_picture("YH-1", [(PNG, JPEG)])
    assert drawn.count("data:image/png") == drawn.count("data:image/jpeg") == 1
    assert MISSING not in drawn


def test_what_is_missing_is_said() -> None:
    assert pairs_picture("YH-1", [(PNG, None), (None, PNG)]).count(MISSING) == 2


def test_what_is_no_picture_spoils_nothing() -> None:
    assert render(pairs_picture("YH-1", [(b"rubbish", PNG)]), zoom=0.2).startswith(b"\x89PNG")
