"""Who wants something announced with the time before all, who says that an announcement is wrong, and who neither."""

import pytest

from bot.understanding.notices import speaks_of_announcing, speaks_of_correcting


@pytest.mark.parametrize(
    "line",
    [
        "每周一早上八点提醒项目A群开早会",
        "以后每周五下午五点在群里发一下周报提醒",
        "帮我设个定时公告 每月5号9点 提醒大家交报销单",
        "明天上午九点帮我在项目A群发个公告：下午停水",
        "下周一9点通知生产部全体领劳保",
        "半小时后告诉大家演练结束",
    ],
)
def test_wants_something_announced(line: str) -> None:
    assert speaks_of_announcing(line)


@pytest.mark.parametrize(
    "line",
    [
        "每周五下午五点提醒我交周报",
        "明天通知大家开会了吗",
        "昨天通知大家开会了",
        "每个人都通知一下",
        "明天上午大家来我办公室",
        "今天不用通知生产部",
        "/公告 每周一8:00 提醒大家",
        "每周一都好累",
    ],
)
def test_wants_nothing_announced(line: str) -> None:
    assert not speaks_of_announcing(line)


@pytest.mark.parametrize("line", ["公告里时间写错了，应该是15:00", "昨天的会议通知改到三点", "刚才发的公告地点错了"])
def test_says_that_one_is_wrong(line: str) -> None:
    assert speaks_of_correcting(line)


@pytest.mark.parametrize(
    "line", ["通知我会议改到三点", "会议改到三点，通知一下", "公告里时间是不是写错了？", "通知书写错了", "公告看了"]
)
def test_says_nothing_of_one(line: str) -> None:
    assert not speaks_of_correcting(line)
