"""Which department is meant."""

from pathlib import Path

import pytest

from bot.domain.company import Company
from bot.domain.people import Department, Person
from bot.files.company import load
from bot.identifiers import UserId

FIND = load(Path(__file__).parents[3] / "sandbox" / "company.json").company.finder.departments


@pytest.mark.parametrize(
    ("text", "names", "guessed"),
    [
        ("生产部", ["生产部"], False),
        ("人事部", ["行政人事部"], False),
        ("hr", ["行政人事部"], False),
        ("ＩＴ", ["信息技术部"], False),
        ("王小明 生产部 操作工 13800001111", ["生产部"], False),
        ("调到研发部", ["研发部"], False),
        ("生产部门", ["生产部"], False),
        ("市场部的", ["营销部"], False),
        ("shengchanbu", ["生产部"], True),
        ("cwb", ["财务部"], True),
        ("生产布", ["生产部"], True),
    ],
)
def test_a_department_is_meant(text: str, names: list[str], guessed: bool) -> None:
    found = FIND.spot(text)
    assert found is not None
    assert [each.name for each in found.departments] == names
    assert found.guessed == guessed


@pytest.mark.parametrize("text", ["品牌部", "安全生产部", "digital", "今天全部完成", "", "部"])
def test_no_department_is_meant(text: str) -> None:
    assert FIND.spot(text) is None


def test_a_word_like_a_departments() -> None:
    found = FIND.unknown("王小明 品牌部 操作工")
    assert found is not None
    assert (found.start, found.end) == (4, 7)
    assert FIND.unknown("操作工") is None


@pytest.mark.parametrize(("word", "name"), [("研发中心部", "研发部"), ("安全部", "安全环保部"), ("甲乙丙", None)])
def test_the_nearest(word: str, name: str | None) -> None:
    found = FIND.nearest(word)
    assert (found.name if found else None) == name


def test_two_of_one_name_are_told_apart_by_their_path() -> None:
    departments = (
        Department(1, "公司"),
        Department(2, "生产部", 1),
        Department(3, "一车间", 2),
        Department(4, "维修部", 1),
        Department(5, "一车间", 4),
    )
    find = Company(departments=departments).finder.departments
    found = find.spot("一车间")
    assert found is not None
    assert [find.path(each) for each in found.departments] == ["生产部/一车间", "维修部/一车间"]
    assert [each.id for each in (find.spot("维修部/一车间") or found).departments] == [5]
    assert find.below(departments[1]) == {2, 3}
    assert find.holds([departments[3]], Person(UserId("a"), "甲", 5))


def test_departments_in_a_circle_end() -> None:
    one, two = Department(2, "甲部", 3), Department(3, "乙部", 2)
    find = Company(departments=(Department(1, "公司"), one, two)).finder.departments
    assert find.below(one) == {2, 3}
    assert find.path(one) == "乙部/甲部"
    assert find.holds([one], Person(UserId("a"), "甲", 3))
