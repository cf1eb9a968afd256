"""Who stands above whom, in the sample company and in made-up ones."""

from dataclasses import replace

import pytest

from bot.domain.approvals.line import line_above
from bot.domain.company import Company
from bot.domain.people import Department
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY
from tests.domain.approvals.office import COMPANY, HEAD, MATE, PRESIDENT, VICE, WORKER

SAMPLE = load(SAMPLE_COMPANY).company


@pytest.mark.parametrize(
    ("who", "above"),
    [
        ("张三", ["王强", "钱卫东", "赵国强", "林宓"]),
        ("王强", ["钱卫东", "赵国强", "林宓"]),
        ("小运营", ["冯销", "孙丽", "钱卫东", "赵国强", "林宓"]),
        ("冯销", ["孙丽", "钱卫东", "赵国强", "林宓"]),
        ("孙丽", ["钱卫东", "赵国强", "林宓"]),  # 冯销 heads her department, but stands lower
        ("钱卫东", ["赵国强", "林宓"]),
        ("赵国强", ["林宓"]),
    ],
)
def test_in_the_sample_company(who: str, above: list[str]) -> None:
    (person,) = SAMPLE.named(who)
    found = [SAMPLE.person(user) for user in line_above(SAMPLE, person.user_id)]
    assert [each.name for each in found if each] == above


def leading(company: Company, user: UserId, *leaders: UserId) -> Company:
    people = tuple(replace(each, leaders=leaders if each.user_id == user else each.leaders) for each in company.people)
    return replace(company, people=people)


def test_his_own_leader_comes_first() -> None:
    assert next(line_above(leading(COMPANY, WORKER, MATE), WORKER)) == MATE


def test_leaders_in_a_circle_end() -> None:
    company = leading(leading(COMPANY, WORKER, MATE), MATE, WORKER)
    assert list(line_above(company, WORKER))[:4] == [MATE, HEAD, VICE, PRESIDENT]


def test_departments_in_a_circle_end() -> None:
    departments = (Department(2, "生产部", 3, (HEAD,)), Department(3, "车间", 2))
    assert list(line_above(replace(COMPANY, departments=departments), WORKER))[:2] == [HEAD, VICE]
