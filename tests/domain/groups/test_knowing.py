"""What one person may hear of groups: the same as what the lists of everybody say."""

from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.groups.composition import who_belongs
from bot.domain.groups.group import Group
from bot.domain.groups.knowing import has_a_place, may_hear_of, oversees
from bot.domain.people import Person
from bot.files.company import load
from bot.identifiers import GroupId
from tests.chat import SAMPLE_COMPANY

COMPANY: Company = load(SAMPLE_COMPANY).company
STRANGE = (Group(GroupId("x"), "篮球群"), Group(GroupId("y"), "项目C工作群", "E4"), Group(GroupId("z"), "营销群", "E5"))


def person(name: str) -> Person:
    return COMPANY.named(name)[0]


def group(name: str) -> Group:
    return next(each for each in COMPANY.groups if each.name == name)


@pytest.mark.parametrize("room", [*COMPANY.groups, *STRANGE], ids=lambda room: room.name)
def test_one_by_one_is_the_same_as_all_at_once(room: Group) -> None:
    everybody = who_belongs(room, COMPANY) or frozenset()
    assert {each.user_id for each in COMPANY.people if has_a_place(each, room, COMPANY)} == everybody


def test_tags_give_a_place() -> None:
    tagged = replace(person("李四"), tags=("推动小组",))
    company = replace(COMPANY, people=tuple(tagged if each.name == "李四" else each for each in COMPANY.people))
    assert has_a_place(tagged, group("计划运营推动群"), company)


def test_who_has_left_has_no_place() -> None:
    gone = replace(person("李四"), active=False)
    company = replace(COMPANY, people=tuple(gone if each.name == "李四" else each for each in COMPANY.people))
    assert not has_a_place(gone, group("集团工作群"), company)
    assert not may_hear_of(gone, group("集团工作群"), company)
    assert not oversees(gone, group("集团工作群"), company)


@pytest.mark.parametrize(
    ("name", "room", "expected"),
    [
        ("李四", "集团高管工作群", False),
        ("赵国强", "集团高管工作群", True),
        ("李娜", "集团高管工作群", True),  # she keeps the registry
        ("李四", "项目B工作群", True),  # no secret
        ("李四", "项目A营销微信平台", False),
        ("小运营", "项目A营销微信平台", True),  # it is for people like her
    ],
)
def test_who_may_hear_of_it(name: str, room: str, expected: bool) -> None:
    assert may_hear_of(person(name), group(room), COMPANY) is expected


@pytest.mark.parametrize(
    ("name", "room", "expected"),
    [
        ("郑群", "项目A工作群", True),
        ("郭涛", "项目A工作群", False),
        ("周敏", "项目A工作群", True),
        ("冯销", "项目A营销微信平台", True),
        ("赵国强", "集团高管工作群", False),
        ("吴管", "集团高管工作群", True),
    ],
)
def test_who_oversees_it(name: str, room: str, expected: bool) -> None:
    assert oversees(person(name), group(room), COMPANY) is expected


def test_a_stranger_hears_of_nothing() -> None:
    assert not any(may_hear_of(None, room, COMPANY) for room in COMPANY.groups)
