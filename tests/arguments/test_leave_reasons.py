"""Why somebody asks for leave."""

import pytest

from bot.arguments.leave_reasons import LeaveReason
from tests.arguments.reading import read


@pytest.mark.parametrize(
    ("left", "reason"),
    [
        ("发烧", "发烧"),
        ("我 有点事要请", "有点事"),
        ("那个我想请个假啊就是 家里老人住院了", "家里老人住院了"),
        ("发烧了 补个假", "发烧了"),
        ("领导好，我想跟您请个假，去办房产证", "去办房产证"),
        ("请 家里水管爆了，谢谢", "家里水管爆了"),
        ("补一下 的假，感冒了", "感冒了"),
        ("明天去医院复查请", "明天去医院复查"),
        ("小助手你好，我想申请 的，家里有事", "家里有事"),
        ("爷爷走了，我想请", "爷爷走了"),
        ("提交入学申请", "提交入学申请"),
        ("请医生来家里看老人", "请医生来家里看老人"),
    ],
)
def test_the_wish_itself_is_no_reason(left: str, reason: str) -> None:
    assert read(LeaveReason, left)[0].text == reason


@pytest.mark.parametrize("left", ["", "我", "我想请假", "申请", "谢谢", "夜班请", "帮我请 的", "假", "那天的"])
def test_none_is_given(left: str) -> None:
    assert read(LeaveReason, left)[0] is None


@pytest.mark.parametrize("endless", ["领导好" * 60, "想要" * 90])
def test_a_row_of_courtesies_is_read_in_a_moment(endless: str) -> None:
    assert read(LeaveReason, f"{endless}x")[0].text.endswith("x")


@pytest.mark.parametrize(
    "left", ["除了12.3", "上午还是下午再定", "取消", "改事假", "事假", "李四", "医生建议休息3天", "12.8也请一天"]
)
def test_what_may_mean_more_is_looked_at_first(left: str) -> None:
    assert read(LeaveReason, left)[0].guess == f"「{left}」只当作原因"


@pytest.mark.parametrize("left", ["发烧", "和李四一起去", "去除甲醛", "家里休息不好", "孩子还是发烧"])
def test_a_reason_is_a_reason(left: str) -> None:
    assert read(LeaveReason, left)[0].guess is None
