import pytest

from bot.arguments.experiences import Sought, StoryTold
from bot.domain.safety.exchange.experience import shares, tells_of_near_miss
from tests.arguments.reading import read


@pytest.mark.parametrize(
    ("line", "text", "named"),
    [
        ("：换灯管先拉闸，再上梯子。 署名", "换灯管先拉闸，再上梯子。", True),
        ("换灯管先拉闸，再上梯子，匿名", "换灯管先拉闸，再上梯子", False),
        ("我想给大家分享一个安全经验，换灯管先拉闸再上梯子", "换灯管先拉闸再上梯子", None),
        ("一条教训：倒车前先鸣笛，再看后面", "倒车前先鸣笛，再看后面", None),
        ("经验丰富的人也会忘记拉闸挂牌", "经验丰富的人也会忘记拉闸挂牌", None),
    ],
)
def test_a_story(line: str, text: str, named: bool | None) -> None:
    told, _ = read(StoryTold, line)
    assert told is not None
    assert (told.text, told.named) == (text, named)


@pytest.mark.parametrize(
    ("line", "words", "this_month"),
    [
        ("", (), False),
        ("本月", (), True),
        ("有没有关于叉车的经验吗", ("叉车",), False),
        ("本月 叉车 倒车", ("叉车", "倒车"), True),
    ],
)
def test_what_is_sought(line: str, words: tuple[str, ...], this_month: bool) -> None:
    found, _ = read(Sought, line)
    assert found is not None
    assert (found.words, found.this_month) == (words, this_month)


@pytest.mark.parametrize("text", ["差点撞到人", "差一点踩空", "险些掉下来", "幸好没人在下面", "一起未遂"])
def test_nearly_an_accident(text: str) -> None:
    assert tells_of_near_miss(text)


def test_what_is_none() -> None:
    assert not tells_of_near_miss("换灯管先拉闸")
    assert shares("我要分享一个经验 换灯管先拉闸")
    assert not shares("3号车间配电箱门坏了")
