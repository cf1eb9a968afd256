"""Who wants not to be named is heard, and nobody else."""

import pytest

from bot.domain.safety.hazards.hiding import without_wish


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("3号车间配电箱门坏了 匿名", "3号车间配电箱门坏了"),
        ("匿名 3号车间配电箱门坏了", "3号车间配电箱门坏了"),
        ("匿名反映：仓库安全出口锁着", "仓库安全出口锁着"),
        ("仓库安全出口锁着，别说是我说的", "仓库安全出口锁着"),
        ("仓库安全出口锁着，不要说是我", "仓库安全出口锁着"),
        ("二楼有油（请匿名）", "二楼有油"),
        ("二楼有油，别让人知道是我报的", "二楼有油"),
        ("二楼有油。不要告诉别人是我", "二楼有油"),
        ("二楼有油，我的名字保密", "二楼有油"),
        ("二楼有油，帮我保密", "二楼有油"),
        ("二楼有油 别写我名字", "二楼有油"),
        ("二楼有油，不想让他们知道是我", "二楼有油"),
        ("二楼有油 别提我", "二楼有油"),
        ("二楼有油，不要透露我的姓名", "二楼有油"),
    ],
)
def test_the_wish_is_heard(said: str, left: str) -> None:
    assert without_wish(said) == (left, True)


@pytest.mark.parametrize(
    "said",
    [
        "3号车间配电箱门坏了",
        "保密柜的锁坏了",
        "涉密机房门没关",
        "我说了三次没人管 二楼还是有油",
        "别让人靠近 2号线电线露着",
        "告诉他们别在楼道抽烟",
        "灭火器没写检查日期",
    ],
)
def test_nothing_else_is_taken_for_it(said: str) -> None:
    assert without_wish(said) == (said, False)
