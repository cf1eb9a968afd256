"""Whether a sentence is somebody's own wish."""

import pytest

from bot.understanding.wishes import is_wish


@pytest.mark.parametrize("line", ["我想请年假", "我想请一天年假可以吗", "能不能让我请个假", "明天下午调休"])
def test_a_wish(line: str) -> None:
    assert is_wish(line)


@pytest.mark.parametrize(
    "line",
    [
        "张三为什么请病假",
        "他明天请假",
        "谁请假了",
        "请假的人都到了",
        "请假条交了",
        "年假还有几天",
        "取消明天的请假",
        "公司不给我批年假",
    ],
)
def test_a_question_or_news_of_others(line: str) -> None:
    assert not is_wish(line)


@pytest.mark.parametrize("line", ["年假能不能换到12月8号", "病假再续一天", "我撤回一下请假", "请假日期从25号改到26号"])
def test_what_becomes_of_a_leave_there_is_is_no_new_one(line: str) -> None:
    assert not is_wish(line)


@pytest.mark.parametrize("line", ["会议取消了，想请明天年假", "项目推迟了，我想请年假 12.1"])
def test_what_was_called_off_may_be_the_reason(line: str) -> None:
    assert is_wish(line)
