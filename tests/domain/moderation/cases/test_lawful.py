"""What nobody may be sanctioned for, read from the reason that somebody gives."""

import pytest

from bot.domain.moderation.cases.lawful import ON_COMPLAINT, ON_DANGER, ones_right


@pytest.mark.parametrize(
    "reason",
    [
        "上报隐患",
        "在群里反映消防隐患",
        "老说有危险",
        "拒绝冒险作业",
        "不服从违章指挥",
        "擅自停工避险",
        "举报了安全问题",
    ],
)
def test_telling_of_a_danger_and_refusing_it(reason: str) -> None:
    """安全生产法 art. 54, 55"""
    assert ones_right(reason) == ON_DANGER


@pytest.mark.parametrize("reason", ["爱举报同事", "去劳动仲裁告公司", "越级投诉", "向总部申诉", "打12345"])
def test_reporting_and_appealing(reason: str) -> None:
    assert ones_right(reason) == ON_COMPLAINT


@pytest.mark.parametrize(
    "reason",
    [
        *("刷广告", "瞒报隐患", "不上报事故", "没有报告事故", "谎报险情", "造谣说有危险", "恶意举报同事"),
        *("骚扰（经核实）", "举报属实", "在车间抽烟", "拒绝加班", "说脏话", "被客户投诉"),
    ],
)
def test_what_may_be_charged(reason: str) -> None:
    assert ones_right(reason) == ""
