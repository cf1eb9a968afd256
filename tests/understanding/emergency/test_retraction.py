"""What takes a report back, and what only sounds like it."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.understanding.emergency.retraction import reason_in, takes_back

BACK = """
误报了
误报，不好意思
刚才是误报
没事了
没事没事，虚惊一场
虚惊一场
搞错了
看错了，是水蒸气
不是着火，是电焊的烟
没着火，是灰
不好意思发错群了
手滑点错了
开玩笑的
是演习
原来是蒸汽
取消报警
不用来了
大家别来了 是误触
警报解除
刚才那条撤回
烟感误报警
听错了没有人受伤
报错了
假警报
测试一下，别当真
误会一场 是他们在拍视频 玩的
乌龙了
没啥事了
不是我们厂，是隔壁的
那个不用处理了
孩子乱按的手机
传感器坏了乱报
人没晕，是睡着了
烟是做饭的烟，不是火
是灰尘引起的误报
"""
KEPT = """
不是误报，真的着火了
不是误报吗
这是误报吗？
是不是误报
没看错，就是着火了
不是开玩笑
别当误报，快来
火灭了 没事了
人已经送医院了，没事了
已经断电了，人没事
止住血了，应该没事
如果是误报怎么关
还在烧
控制住了
没事，人都出来了
可能是误报，但还在冒烟
我没事，他手受伤了
误报率多少
在二楼
谢谢
我看错楼层了 是4楼
地点说错了，是2号车间
发错地址了 在北门
人数弄错了，是两个人
应该没事吧
没事的我能处理，但火还在
"""


@pytest.mark.parametrize("line", BACK.strip().splitlines())
def test_it_is_taken_back(line: str) -> None:
    assert takes_back(line)


@pytest.mark.parametrize("line", KEPT.strip().splitlines())
def test_it_stands(line: str) -> None:
    assert not takes_back(line)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("误报 SG-20261122-001 烟感坏了", "烟感坏了"),
        ("SG-20261122-001 是误报，有人在抽烟", "有人在抽烟"),
        ("误报 sg-20261122-001", ""),
        ("刚才误报了 SG-20261122-001", ""),
    ],
)
def test_why_is_read(line: str, reason: str) -> None:
    assert reason_in(line) == reason


@given(st.text(max_size=200))
@example("没" * 60)
def test_it_answers_any_text_at_once(text: str) -> None:
    started = time.thread_time()
    takes_back(text)
    assert time.thread_time() - started < 0.05
