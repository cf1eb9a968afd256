import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.normalise import normalise


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("  /帮助  ", "/帮助"),
        ("／帮助", "/帮助"),
        ("、帮助", "/帮助"),
        ("@小助手 /帮助", "/帮助"),
        ("@小助手/帮助", "/帮助"),
        ("＠小助手　/帮助", "/帮助"),
        ("/禁言 @张三 2小时 @小助手", "/禁言 @张三 2小时"),
        ("@小助手", ""),
        ("@小助手\u2005帮助", "帮助"),
        ("/昵称检查　生产部　张三", "/昵称检查 生产部 张三"),
        ("/帮\u200b助", "/帮助"),
        ("/订\u2067阅\u2069 安全\u061c提\x00醒\r\n好", "/订阅 安全提醒\n好"),
        ("第一行\n第二行", "第一行\n第二行"),
        ("/ 帮助", "/帮助"),
    ],
)
def test_typed_text_is_made_comparable(typed: str, line: str) -> None:
    assert normalise(typed, "小助手") == line


@given(st.text(max_size=300))
def test_it_never_fails_and_settles_at_once(text: str) -> None:
    once = normalise(text, "小助手")
    assert normalise(once, "小助手") == once or "@" in text or "＠" in text
