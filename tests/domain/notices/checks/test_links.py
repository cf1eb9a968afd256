"""Links are looked at by their form."""

import pytest

from bot.domain.notices.checks.links import links

OWN = ("oa.example.com", ".example.cn")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("详见 https://elsewhere.org/a", "不是公司的网站"),
        ("详见 https://example.cn.evil.org/a", "不是公司的网站"),
        ("详见 http://oa.example.com/a", "没有加密"),
        ("详见 https://10.0.0.8/a", "一串数字"),
        ("详见 https://t.cn/abc", "短链接"),
        ("详见 https://oa.example.com@evil.org", "带着账号"),
        ("详见 https://oa，谢谢", "不完整"),
        ("详见 https://[1，谢谢", "不完整"),
        ("详见 www.example.cn/a", "前面没有 https"),
    ],
)
def test_odd_links(text: str, part: str) -> None:
    (found,) = links(text, OWN)
    assert part in found.sentence
    assert found.code is None


@pytest.mark.parametrize("text", ["没有链接", "https://oa.example.com/a?b=1，请看", "https://www.example.cn", "a@b.cn"])
def test_nothing_to_say(text: str) -> None:
    assert list(links(text, OWN)) == []


def test_where_nobody_said_whose_links_are_ours() -> None:
    assert list(links("https://elsewhere.org", ())) == []
    assert len(list(links("https://t.cn/a https://t.cn/a", ()))) == 1
