"""What stands beside what: a person and what became of him, a thing out of hand and somebody beside it."""

import pytest

from bot.understanding.emergency.frames.scoring import ALARM, ASK, LONGEST, points


@pytest.mark.parametrize(
    "line",
    [
        "磨粉机把小姑娘的围巾卷走了 脖子勒着呢",  # a thing, and what it holds
        "老宋被吊起来的钢板荡了一下 人飞出去了",
        "塔吊大臂在往一边歪 底下还有人",  # out of hand, and somebody below
        "货梯里两个人没动静了",  # in there, and no answer
        "她吞了半瓶农药",
        "电锯 大腿 喷的",  # no verb at all
    ],
)
def test_unheard_words_in_a_known_frame(line: str) -> None:
    assert points(line) >= ALARM


@pytest.mark.parametrize("line", ["有个女的坐在五楼窗台外边", "快 绞龙 手", "顶板掉渣 人赶紧撤"])
def test_what_may_be_one_is_asked_about(line: str) -> None:
    assert points(line) >= ASK


@pytest.mark.parametrize(
    "line",
    [
        "今天忙得脚不沾地",
        "仓库堆满了 新货放不进去",
        "帮我把图纸卷起来放柜子里",
        "老板把方案打回来了 我要疯了",
        "模具卡住了 找钳工看看",
        "",
    ],
)
def test_talk_has_none(line: str) -> None:
    assert points(line) < ASK


def test_jest_and_offices_take_away() -> None:
    assert points("他被机器夹住了") >= ALARM > points("他被报表夹住了 哈哈哈")


def test_a_thing_alone_calls_nobody() -> None:
    """It is a hazard: only somebody, or somebody's haste, makes a cry of it."""
    assert points("阀门一直喷") <= ASK < points("阀门一直喷 快来人")


def test_a_story_is_none() -> None:
    assert points("他被机器夹住了" * (LONGEST // 7 + 1)) == 0
