"""What is wrong is said in one line."""

import pytest

from bot.domain.audit.breaks import Break, Wrong


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Break(Wrong.CUT, 5, 9), "第 5 条（记录号 9）：前面缺了记录，被删掉了。"),
        (Break(Wrong.FOREIGN, entry=9), "还没接上链的记录（记录号 9）：不是机器人写的，是别人插进来的。"),
        (Break(Wrong.NO_KEY, 5, note="3f2a"), "第 5 条：签名用的密钥不在这里，没法核对：3f2a。"),
    ],
)
def test_said(found: Break, said: str) -> None:
    assert found.said == said
