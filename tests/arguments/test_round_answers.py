import pytest

from bot.arguments.inspections import PlanChanged, RoundAnswer
from bot.shapes.arguments import Words
from tests.arguments.reading import read, scene


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1 3", RoundAnswer((0, 2))),
        ("第1项、第3项不合格", RoundAnswer((0, 2))),
        ("都合格", RoundAnswer()),
        ("没有不合格的", RoundAnswer()),
        ("2 不适用 4、5", RoundAnswer((1,), (3, 4))),
        ("提交", RoundAnswer(hand_in=True)),
        ("没错，提交", RoundAnswer(hand_in=True)),
    ],
)
def test_places_of_a_list(written: str, expected: RoundAnswer) -> None:
    assert RoundAnswer.read(Words(written), scene()) == expected


@pytest.mark.parametrize("written", ["", "灭火器过期", "3号车间灯不亮"])
def test_what_is_no_answer(written: str) -> None:
    assert RoundAnswer.read(Words(written), scene()) is None


@pytest.mark.parametrize("written", ["改 JH-20261122-001 检查人 李四", "jh-20261122-001 改成 检查人 李四"])
def test_a_plan_is_named_and_the_rest_is_left(written: str) -> None:
    changed, left = read(PlanChanged, written)
    assert changed.number == "JH-20261122-001"
    assert "检查人 李四" in left
