"""The five, in whatever order somebody types them."""

from datetime import date

import pytest

from bot.arguments.hazard_plans import PlanTold
from bot.errors import Code, UserError
from bot.files.company import load
from bot.shapes.arguments import Scene, Words
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)
SCENE = Scene(FILE.company.named("陈安")[0], FILE.company, FILE.now)
FRIDAY = date(2026, 11, 27)


def told(words: str) -> PlanTold:
    left = Words(words)
    plan = PlanTold.read(left, SCENE)
    assert plan is not None
    assert not left.left
    return plan


@pytest.mark.parametrize(
    ("words", "owner", "due", "measure", "money", "contingency"),
    [
        ("王强 11月27日前 换配电箱门", "王强", FRIDAY, "换配电箱门", "", ""),
        ("预案先断电挂牌，资金500元 王强 周五前完成 换新门", "王强", FRIDAY, "换新门", "500元", "先断电挂牌"),
        (
            "责任人：王强 措施：换门，加锁 时限：11月27日 资金：不用 预案：断电",
            "王强",
            FRIDAY,
            "换门 加锁",
            "不用花钱",
            "断电",
        ),
        ("派给王强整改 周五之前", "王强", FRIDAY, "", "", ""),
        ("让王强负责整改，2000块，换管道", "王强", None, "换管道", "2000块", ""),
        ("预案用应急电源", "", None, "", "", "用应急电源"),
    ],
)
def test_in_any_order(words: str, owner: str, due: date | None, measure: str, money: str, contingency: str) -> None:
    plan = told(words)
    said = plan.plan
    assert (plan.owner, said.due, said.measure, said.money, said.contingency) == (
        owner,
        due,
        measure,
        money,
        contingency,
    )


def test_what_is_missing_is_named() -> None:
    assert told("王强 换门").explained() == {
        "owner": "王强",
        "measure": "换门",
        "missing_of_five": ["资金", "时限", "预案"],
    }


def test_nothing_said_is_no_plan() -> None:
    assert PlanTold.read(Words(""), SCENE) is None


def test_two_of_a_name_are_asked_about() -> None:
    with pytest.raises(UserError) as caught:
        PlanTold.read(Words("刘洋 换门"), SCENE)
    assert caught.value.code is Code.AMBIGUOUS_PERSON


def test_a_day_that_is_none_is_said() -> None:
    with pytest.raises(UserError) as caught:
        PlanTold.read(Words("王强 11月31日前 换门"), SCENE)
    assert caught.value.code is Code.INVALID_DATE


def test_a_story_is_too_long() -> None:
    with pytest.raises(UserError) as caught:
        PlanTold.read(Words("换门" * 150), SCENE)
    assert caught.value.code is Code.LIMIT
