"""Stolen accounts, leaks and frauds are heard in plain words; what only speaks of them is not."""

import pytest

from bot.understanding.security.gist import gist
from bot.understanding.security.hearing import hear_incident
from tests.understanding.scripts import DATA

ROWS = [
    tuple(row.split("\t"))
    for row in (DATA / "incidents.txt").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]


@pytest.mark.parametrize(("kind", "line"), ROWS)
def test_what_is_heard(kind: str, line: str) -> None:
    heard = hear_incident(line)
    assert (heard.kind if heard else "没有") == kind


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("我企业微信显示新设备登录 不是我啊", "新设备登录 不是本人"),
        ("总裁加我微信让我马上转20万到这个账户", "自称总裁要求转账20万"),
        ("老板QQ上叫我买购物卡", "自称老板要求买充值卡"),
        ("警察打电话让我把钱转到安全账户", "自称警察要求转到安全账户"),
        ("客户名单发错群了", "客户名单发错群"),
        ("被骗了，我已经转了20万", "被骗了，我已经转了20万"),
    ],
)
def test_in_few_words(line: str, said: str) -> None:
    assert gist(line) == said
