"""Who appoints those who look after a group (D7§5), and who does where nobody is said to, or nobody is left."""

from dataclasses import replace

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.offices import appointers, office_of
from bot.files.company import load
from bot.identifiers import GroupId
from tests.chat import SAMPLE_COMPANY

COMPANY: Company = load(SAMPLE_COMPANY).company
OF_NO_TYPE = Group(GroupId("x"), "篮球群")


def group(name: str) -> Group:
    return next(each for each in COMPANY.groups if each.name == name)


def without(*users: str) -> Company:
    return replace(COMPANY, people=tuple(replace(each, active=each.user_id not in users) for each in COMPANY.people))


def test_the_office_that_the_type_names() -> None:
    assert set(appointers(group("项目A工作群"), COMPANY)) == {"zhoumin", "lina"}
    assert appointers(group("集团高管工作群"), COMPANY) == ("linmi",)
    assert appointers(group("项目A营销微信平台"), COMPANY) == ("fengxiao",)


def test_hr_of_the_whole_company_for_a_group_without_a_type() -> None:
    assert office_of(OF_NO_TYPE, COMPANY).label == "集团行政人事部"
    assert set(appointers(OF_NO_TYPE, COMPANY)) == {"zhoumin", "lina"}


def test_where_nobody_of_the_office_is_left() -> None:
    assert set(appointers(group("项目A营销微信平台"), without("fengxiao"))) == {"zhoumin", "lina"}
    assert appointers(OF_NO_TYPE, without("zhoumin", "lina")) == ("wuguan",)
