"""Which kinds of leave there are, and whose word counts last."""

from decimal import Decimal
from typing import Any

import pytest

from bot.domain.leave.amounts import Counting
from bot.domain.leave.types.catalogue import NATION, UnreadablePack, leave_types, packs_by_name
from bot.domain.leave.types.leave_type import Kept, Mark, Say, Sight

NATIONAL = leave_types()


@pytest.mark.parametrize("region", packs_by_name())
def test_every_region_can_be_read_and_names_a_source(region: str) -> None:
    for each in leave_types(region).types.values():
        assert each.source, each.name
        assert all(extra.source for extra in each.extras), each.name


@pytest.mark.parametrize(
    ("word", "name"),
    [("年休假", "年假"), ("生育假", "产假"), ("护理假", "陪产假"), ("工伤假", "工伤"), ("补休", "调休")],
)
def test_a_type_is_known_by_every_name_of_it(word: str, name: str) -> None:
    found = NATIONAL.named(word)
    assert found
    assert found.name == name
    assert NATIONAL.words[word] == name


def test_the_longest_word_comes_first() -> None:
    words = list(NATIONAL.words)
    assert words.index("独生子女护理假") < words.index("护理假")
    assert words.index("独生子女假") < words.index("产假")


def test_what_the_law_says_and_what_it_does_not() -> None:
    annual, sick, birth = NATIONAL["年假"], NATIONAL["病假"], NATIONAL["产假"]
    assert (annual.kept, annual.after_months, annual.say, annual.mark) == (Kept.SERVICE, 12, Say.DATES, Mark.READ)
    assert (sick.sight, sick.wants_papers(Decimal(1)), sick.wants_papers(Decimal("1.5"))) == (Sight.HR, False, True)
    assert (birth.counting, birth.lasts, birth.splits, birth.needs_hr) == (Counting.CALENDAR, 98, False, True)
    assert NATIONAL["陪产假"].limit() is None
    assert NATIONAL.named("探亲假") is None


@pytest.mark.parametrize(
    ("region", "name", "most"),
    [
        (NATION, "婚假", 3),
        ("上海", "婚假", 10),
        ("河南", "婚假", 21),
        ("重庆", "婚假", 15),
        ("上海", "陪产假", 10),
        ("广东", "陪产假", 15),
        ("浙江", "陪产假", 15),
        ("上海", "育儿假", 5),
        ("浙江", "育儿假", 10),
        ("广东", "独生子女护理假", 5),
        ("河南", "独生子女护理假", 20),
    ],
)
def test_the_region_says_how_much(region: str, name: str, most: int) -> None:
    assert leave_types(region)[name].limit() == most


def test_a_relation_has_a_limit_of_its_own() -> None:
    own = leave_types(company=[{"name": "丧假", "relations": {"父母": "3", "祖父母": "1"}}])["丧假"]
    assert [own.limit(each) for each in ("父母", "祖父母", "其他")] == list(map(Decimal, (3, 1, 3)))


def test_the_company_has_the_last_word_and_may_add_its_own() -> None:
    types = leave_types(
        "浙江", [{"name": "年假", "unit": "1"}, {"name": "生日假", "most": 1}, {"name": "事假", "on": False}]
    )
    assert (types["年假"].unit, types["年假"].kept) == (Decimal(1), Kept.SERVICE)
    assert types["生日假"].limit() == 1
    assert types.named("事假") is None


def test_a_region_adds_to_what_holds_everywhere() -> None:
    labels = [extra.label for extra in leave_types("广东")["产假"].extras]
    assert labels == ["难产", "多胞胎（每多一个）", "广东奖励假"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "年假", "colour": "red"}, "colour"),
        ({"name": "年假", "unit": "much"}, "年假"),
        ({"name": "年假", "counting": "星期"}, "星期"),
        ({"name": "年假", "notice": "三天"}, "三天"),
        ({"name": "年假", "needs_hr": "no"}, "needs_hr"),
        ({"name": "年假", "papers": {"whatever": 1}}, "whatever"),
        ({"unit": "1"}, "name"),
        ({"name": "休养假", "others": ["病假"]}, "病假"),
    ],
)
def test_a_mistake_is_named(change: dict[str, Any], said: str) -> None:
    with pytest.raises(UnreadablePack, match=said):
        leave_types(company=[change])


def test_an_unknown_region_is_named() -> None:
    with pytest.raises(UnreadablePack, match="火星"):
        leave_types("火星")
