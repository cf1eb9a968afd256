import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.when.written.numerals import is_about, number

DIGITS = "〇一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("25", 25),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十五", 25),
        ("廿五", 25),
        ("卅一", 31),
        ("两", 2),
        ("零", 0),
        ("〇五", 5),
        ("一百", 100),
        ("一百零五", 105),
        ("一百二十", 120),
        ("三百六十五", 365),
        ("二〇二六", 2026),
        ("二零二六", 2026),
        ("百", None),
        ("十十", None),
        ("三两", None),
        ("二二", None),
        ("廿十", None),
        ("x", None),
        ("2x", None),
    ],
)
def test_numbers(text: str, value: int | None) -> None:
    assert number(text) == value


@given(st.integers(1, 99))
def test_what_is_spoken_is_read_back(value: int) -> None:
    tens, ones = divmod(value, 10)
    spoken = ("" if tens < 2 else DIGITS[tens]) + ("十" if tens else "") + (DIGITS[ones] if ones else "")
    assert number(spoken) == value


@given(st.text(max_size=6))
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert number(text) is None or number(text) == int(number(text) or 0)


@pytest.mark.parametrize(
    ("text", "about"), [("两三", True), ("三五", True), ("十三", False), ("三", False), ("〇五", False)]
)
def test_roughly(text: str, about: bool) -> None:
    assert is_about(text) is about
