import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.width import narrow


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("ＱＪ　项目Ａ群，１１．２５！", "QJ 项目A群,11.25!"),
        ("𝗾𝗷 年假", "qj 年假"),
        ("⼈事部", "人事部"),
        ("①张三 ②李四", "①张三 ②李四"),
        ("½天 ㎡ ™", "½天 ㎡ ™"),
        ("张三", "张三"),
    ],
)
def test_what_looks_the_same_is_the_same(typed: str, compared: str) -> None:
    assert narrow(typed) == compared


@given(st.text())
def test_every_place_stays_where_it_was(text: str) -> None:
    assert len(narrow(text)) == len(text)
    assert narrow(narrow(text)) == narrow(text)
