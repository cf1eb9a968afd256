"""Financial figures are the finance head's to publish; prices and percentages of anything else aren't financial."""

import pytest

from bot.domain.notices.checks.figures import figures
from bot.errors import Code


@pytest.mark.parametrize(
    "text",
    [
        "三季度净利润1200万元",
        "本月营收同比增长 15%",
        "销售额突破 1 亿",
        "全年预算还剩 30 万",
        "上月亏损 5,000 元",
        "￥300万的贷款已到账",
    ],
)
def test_only_the_head_of_finance(text: str) -> None:
    found = figures(text, may=False)
    assert found
    assert found.code is Code.AUTHOR_RESTRICTED
    assert figures(text, may=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "食堂午餐调整为 15 元",
        "隐患整改率达到 98%",
        "请各部门周五前报明年预算",
        "降低成本，从我做起",
        "团建费用 AA，每人 80 元",
    ],
)
def test_no_financial_figures(text: str) -> None:
    assert figures(text, may=False) is None
