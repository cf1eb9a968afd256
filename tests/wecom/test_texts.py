"""Cutting by bytes."""

from hypothesis import given
from hypothesis import strategies as st

from bot.wecom.texts import cut, without_tags


@given(st.text(st.characters(codec=None), max_size=50), st.integers(3, 80))
def test_a_cut_is_a_beginning_within_the_limit(text: str, limit: int) -> None:
    result = cut(text, limit)
    assert len(result.encode()) <= limit
    whole = text.encode("utf-8", "replace").decode()
    assert result == whole or (result.endswith("…") and whole.startswith(result[:-1]))


def test_what_fits_is_left_alone() -> None:
    assert cut("你好", 6) == "你好"
    assert cut("你好吗", 8) == "你…"


@given(st.text())
def test_no_tag_is_left(text: str) -> None:
    assert not set(without_tags(text)) & set("<>")
