"""Who asks whether what he heard is true means /求证; who only tells it doesn't."""

import pytest

from bot.understanding.hearsay import asks_whether_true


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("听说下个月要搬到新园区，是真的吗", True),
        ("群里都说年终奖取消了 真的假的？", True),
        ("据说食堂要涨价是不是真的", True),
        ("听说下个月要搬到新园区", False),
        ("这是真的吗", False),
        ("听说张三受伤了，快来人", False),
    ],
)
def test_by_both_ends(line: str, asks: bool) -> None:
    assert asks_whether_true(line) is asks
