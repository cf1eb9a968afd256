"""Chinese is drawn, not boxes, by the font that lies here."""

import pytest

from bot.pictures.bars import Bar, bar_chart
from bot.pictures.png import FONT, render
from bot.pictures.svg import document, text

MISSING = "\U000f0000"  # private use: no font has it
USED = "请假群务安全隐患公告审批生产部堃喆，。：（）【】0A"


def glyph(character: str) -> bytes:
    return render(document([text(character, 4, 30, size=24)], width=40, height=40))


def test_no_character_in_use_is_a_box() -> None:
    drawn = {character: glyph(character) for character in USED}
    assert glyph(MISSING) not in drawn.values()
    assert len(set(drawn.values())) == len(USED)


def test_a_chart_becomes_a_picture_that_wecom_takes() -> None:
    png = render(bar_chart("请假天数", [Bar("生产部", 4)]))
    assert png.startswith(b"\x89PNG")
    assert 5 < len(png) < 2_000_000
    assert int.from_bytes(png[16:20], "big") == 1440


def test_what_is_no_picture() -> None:
    with pytest.raises(ValueError, match="unknown token"):
        render("no svg")


def test_the_licence_lies_beside_the_font() -> None:
    licence = (FONT.parent / "LICENSE.txt").read_text(encoding="utf-8")
    assert FONT.stat().st_size < 6_000_000
    assert "WenQuanYi" in licence
    assert "Apache License" in licence
