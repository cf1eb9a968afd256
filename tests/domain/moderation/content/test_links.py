"""Where a link leads, as far as it says so; nothing is fetched."""

import pytest

from bot.domain.moderation.content.links import links, programs

HOSTS = ("oa.example.com", ".example.cn")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("看 http://t.cn/A6x", "短链接"),
        ("登录http://203.0.113.7/login。", "看不出去哪里的链接"),
        ("https://oa.example.com@evil.top/", "看不出去哪里的链接"),
        ("https://xn--fiq228c.cn/", "看不出去哪里的链接"),
        ("hxxp://bit.ly/3x", "短链接"),
        ("去 cheap-shop.top 看看", "不在允许名单里的链接"),
        ("evil[.]com", "不在允许名单里的链接"),
        ("https://oa.example.com.evil.top/x", "不在允许名单里的链接"),
    ],
)
def test_doubtful(text: str, rule: str) -> None:
    assert [each.rule for each in links(text, HOSTS)] == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "https://oa.example.com/x",
        "a.example.cn/y",
        "https://work.weixin.qq.com/",
        "www.gov.cn",
        "版本 1.2.3.4",
        "README.md",
        "vue.js",
        "",
    ],
)
def test_fine(text: str) -> None:
    assert list(links(text, (*HOSTS, "www.gov.cn"))) == []


def test_without_a_list_only_what_hides_is_found() -> None:
    assert list(links("https://news.example.org/", ())) == []
    assert [each.category for each in links("https://t.cn/x", ())] == ["C13"]


@pytest.mark.parametrize("text", ["报价单.pdf.exe", "请装setup.MSI", "更新.apk", "（补丁.bat）"])
def test_programs(text: str) -> None:
    assert [each.category for each in programs(text)] == ["C13"]


@pytest.mark.parametrize("text", ["报价单.pdf", "exe文件是什么", "a.exemption", "node.js"])
def test_no_programs(text: str) -> None:
    assert list(programs(text)) == []
