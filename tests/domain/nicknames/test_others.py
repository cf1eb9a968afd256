"""What customers call themselves, and what the directory itself says."""

from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.nicknames.others import Doubt, Field, doubts, outsider_fault
from bot.domain.nicknames.verdicts import Fault
from bot.domain.people import Person
from bot.identifiers import UserId
from tests.domain.nicknames.company import ALIASES, COMPANY, DEPARTMENTS, PEOPLE

REGISTER = COMPANY.register


@pytest.mark.parametrize(
    ("nickname", "fault"),
    [
        ("恒远置业-李总", None),
        ("李总", None),
        ("张三", None),
        ("恒远 13800138000", None),
        ("生产部-张三", Fault.IMPERSONATION),
        ("HR李娜", Fault.IMPERSONATION),
        ("赵国强", Fault.IMPERSONATION),
        ("赵囯强", Fault.IMPERSONATION),
        ("傻bi", Fault.BANNED),
        ("", None),
    ],
)
def test_what_an_outsider_may_be_called(nickname: str, fault: Fault | None) -> None:
    assert outsider_fault(nickname, REGISTER) is fault


@pytest.mark.parametrize(
    ("name", "alias", "found"),
    [
        ("周舟", "", None),
        ("周舟", "小舟", None),
        ("周舟💥", "", (Field.NAME, Doubt.DECORATED)),
        ("周总", "", (Field.NAME, Doubt.TITLE)),
        ("生产部-周舟", "", (Field.NAME, Doubt.DEPARTMENT)),
        ("周舟13800138000", "", (Field.NAME, Doubt.TELEPHONE)),
        ("沙比", "", None),
        ("傻逼", "", (Field.NAME, Doubt.BANNED)),
        ("周舟", "沙比", (Field.ALIAS, Doubt.BANNED)),
        ("周舟", "赵国强", (Field.ALIAS, Doubt.IMPERSONATION)),
        ("周舟", "周舟", None),
        ("周舟", "加微信领优惠", (Field.ALIAS, Doubt.ADVERTISEMENT)),
    ],
)
def test_what_the_directory_says(name: str, alias: str, found: tuple[Field, Doubt] | None) -> None:
    person = Person(UserId("new"), name, 4, (4,), alias=alias)
    company = Company((*PEOPLE, person), DEPARTMENTS, aliases=ALIASES)
    assert [(each.field, each.doubt) for each in doubts(person, company.register)] == ([found] if found else [])


def test_a_name_and_an_alias_can_both_be_wrong() -> None:
    person = replace(PEOPLE[0], user_id=UserId("x"), name="王总", alias="李四")
    assert [each.field for each in doubts(person, REGISTER)] == [Field.NAME, Field.ALIAS]
