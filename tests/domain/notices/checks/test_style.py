"""Length in bytes, @all that reminds nobody, and shouting."""

import pytest

from bot.domain.notices.checks.finding import Finding, ensure_none_stops, hints
from bot.domain.notices.checks.style import length, style
from bot.errors import Code, UserError


def test_bytes_are_counted() -> None:
    assert length("字" * 100, 300) is None
    found = length("字" * 101, 300)
    assert found
    assert found.code is Code.LIMIT
    assert "303" in found.sentence


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("@所有人 开会", "提醒"),
        ("<@all>开会", "提醒"),
        ("快看！！！", "感叹号"),
        ("快！去！看！看！", "感叹号"),
        ("13800001111、13800001112、13800001113", "手机号"),
    ],
)
def test_hints(text: str, part: str) -> None:
    (found,) = style(text)
    assert part in found.sentence


@pytest.mark.parametrize("text", ["请大家准时参加！", "联系人 13800001111", "邮箱 a@allen.cn"])
def test_nothing_to_say(text: str) -> None:
    assert list(style(text)) == []


def test_all_that_stops_is_said_at_once() -> None:
    found = [Finding("甲。", Code.LIMIT), Finding("只是提醒。"), Finding("乙。", Code.SECRET_IN_TEXT)]
    with pytest.raises(UserError) as raised:
        ensure_none_stops(found)
    assert (raised.value.code, raised.value.sentence) == (Code.LIMIT, "甲。乙。")
    assert hints(found) == ["只是提醒。"]
    ensure_none_stops([Finding("只是提醒。")])
