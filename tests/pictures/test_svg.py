"""Words of people are words in a picture, whatever they contain."""

from xml.etree import ElementTree

import pytest

from bot.pictures.svg import document, element, shortened, text, width_of


def test_what_people_wrote_is_escaped() -> None:
    svg = document([text('<b>&"生产部"\x00', 1, 2)], width=10, height=10)
    assert [each.text for each in ElementTree.fromstring(svg).iter() if each.text] == ['<b>&"生产部"']  # noqa: S314


def test_attributes_are_quoted() -> None:
    assert element("g", stroke_width=2, id='"') == '<g stroke-width="2" id=\'"\'/>'


def test_chinese_is_wider() -> None:
    assert width_of("生产", 10) == 20
    assert 10 < width_of("ab", 10) < 15


@pytest.mark.parametrize(("room", "expected"), [(48, "生产部"), (47, "生…"), (10, "…")])
def test_shortened(room: float, expected: str) -> None:
    assert shortened("生产部", room) == expected
