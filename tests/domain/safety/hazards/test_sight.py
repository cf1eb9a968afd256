"""Who sees the steps of a hazard, and who only that it is there."""

from datetime import UTC, datetime

import pytest

from bot.domain.company import Company
from bot.domain.safety.hazards.hazard import Hazard, HazardFacts, HazardKind, Plan
from bot.domain.safety.hazards.sight import Sight, led_by, oversees, sight
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

FACTS = HazardFacts("3号车间", "配电箱门坏了", HazardKind.ELECTRIC)
IT = Hazard("YH-1", FACTS, datetime(2026, 11, 23, tzinfo=UTC), area="生产部", plan=Plan(UserId("lisi")))
REPORTERS = {UserId("zhangsan")}


@pytest.fixture(scope="module")
def company() -> Company:
    return load(SAMPLE_COMPANY).company


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("张三", Sight.STEPS),
        ("李四", Sight.STEPS),
        ("王强", Sight.STEPS),
        ("陈安", Sight.STEPS),
        ("赵国强", Sight.STEPS),
        ("王五", Sight.PUBLIC),
        ("郭涛", Sight.PUBLIC),
    ],
    ids=["who told of it", "the owner", "the head of the area", "safety", "the top", "a colleague", "another head"],
)
def test_who_sees_what(company: Company, name: str, seen: Sight) -> None:
    assert sight(IT, REPORTERS, company.named(name)[0], company) is seen


def test_whose_business_it_is(company: Company) -> None:
    chen, wang, li = (company.named(name)[0] for name in ("陈安", "王强", "李四"))
    assert [oversees(each, company) for each in (chen, wang, li)] == [True, False, False]
    assert [led_by(each, [IT], company) for each in (chen, wang, li)] == [[], [IT], []]
