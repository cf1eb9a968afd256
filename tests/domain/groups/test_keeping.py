"""Who looks after a group now, and who is asked to let people in."""

from dataclasses import replace

import pytest

from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.groups.keeping import keepers_here, keepers_of
from bot.files.company import load
from bot.identifiers import GroupId, UserId
from tests.chat import SAMPLE_COMPANY

COMPANY: Company = load(SAMPLE_COMPANY).company
PROJECT_A = GroupId("projecta")


def without(*users: str) -> Company:
    people = tuple(replace(each, active=each.user_id not in users) for each in COMPANY.people)
    groups = tuple(replace(each, deputies=frozenset({UserId("zhangsan")})) for each in COMPANY.groups)
    return replace(COMPANY, people=people, groups=groups)


@pytest.mark.parametrize(
    ("left", "here", "asked"),
    [
        ((), ["zhengqun", "zhangsan"], ["zhengqun", "zhangsan"]),
        (("zhengqun",), ["zhangsan"], ["zhangsan"]),
        (("zhengqun", "zhangsan"), [], ["lina", "zhoumin"]),
    ],
)
def test_whoever_is_left(left: tuple[str, ...], here: list[str], asked: list[str]) -> None:
    company = without(*left)
    group = company.group(PROJECT_A)
    assert group
    assert list(keepers_here(group, company)) == here
    assert list(keepers_of(group, company)) == asked
    assert list(Selector.keeper(PROJECT_A).holders(company, UserId("lisi"))) == asked


def test_nobody_keeps_a_group_that_is_gone() -> None:
    assert Selector.keeper(GroupId("gone")).holders(COMPANY, UserId("lisi")) == ()
