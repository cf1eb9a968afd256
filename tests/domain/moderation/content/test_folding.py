"""What is written differently and means the same is the same; and every place is found again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moderation.content.characters import TRADITIONAL_IN_TEXTS
from bot.domain.moderation.content.folding import fold, places


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ｖ信", "v信"),
        ("賭*博", "赌博"),
        ("赌\u200b\ufe0f博", "赌博"),
        ("赌😀 博", "赌博"),
        ("⼈Ⓐ", "人a"),
        ("Cаfé", "cafe"),  # its а is Cyrillic
        ("1️⃣2", "12"),
        ("𝗾𝗷", "qj"),
        ("，。 ", ""),
    ],
)
def test_one_form(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=60))
def test_each_has_its_place(text: str) -> None:
    folded, from_ = fold(text), places(text)
    assert len(folded) == len(from_)
    assert all(folded[at] in fold(text[place]) for at, place in enumerate(from_))


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_every_variant_is_made_the_usual_one_wherever_it_stands() -> None:
    pairs = TRADITIONAL_IN_TEXTS
    for variant, usual in zip(pairs[::2], pairs[1::2], strict=True):
        assert fold(f"了{variant}了") == f"了{usual}了"
    assert fold("一鿿") == "一鿿"
