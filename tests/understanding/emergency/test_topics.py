"""A mere word tells the kind; what has none is 其他."""

import pytest

from bot.understanding.emergency.topics import topic_of


@pytest.mark.parametrize(
    ("line", "kind"),
    [("粉尘炸了", "爆炸"), ("老张从架子上掉了", "坠落"), ("叉车把人顶墙上", "车辆"), ("他不说话了", "其他")],
)
def test_of_which_kind(line: str, kind: str) -> None:
    assert topic_of(line).value == kind
