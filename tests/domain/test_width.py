from hypothesis import given
from hypothesis import strategies as st

from bot.domain.width import narrow


def test_letters_digits_and_marks_become_narrow() -> None:
    assert narrow("ＱＪ　项目Ａ群，１１．２５！") == "QJ 项目A群,11.25!"


@given(st.text())
def test_every_place_stays_where_it_was(text: str) -> None:
    assert len(narrow(text)) == len(text)
    assert narrow(narrow(text)) == narrow(text)
