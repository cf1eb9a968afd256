"""Who may have a leave at all, and what only HR can say."""

import pytest

from bot.domain.leave.ledgers.entitlement import Service
from bot.domain.leave.requests.eligibility import asked_of_hr, ensure_eligible
from bot.domain.leave.types.catalogue import leave_types
from bot.errors import Code, UserError
from tests.domain.calendar.days import d

TYPES = leave_types()
INTERN = Service(d("08-20"), d("08-20"))


def test_a_year_of_work_comes_first() -> None:
    with pytest.raises(UserError) as refused:
        ensure_eligible(TYPES["年假"], INTERN, d("11-30"))
    assert refused.value.code is Code.NOT_ELIGIBLE
    assert refused.value.sentence.startswith("连续工作未满12个月")
    assert "2027年8月20日(周五)起" in refused.value.sentence
    ensure_eligible(TYPES["年假"], INTERN, d("2027-08-20"))
    ensure_eligible(TYPES["事假"], INTERN, d("11-30"))


def test_what_nobody_knows_is_no_refusal_but_a_question_to_hr() -> None:
    ensure_eligible(TYPES["年假"], None, d("11-30"))
    assert asked_of_hr(TYPES["年假"], None) == ("参加工作的日期（累计工龄）",)
    assert asked_of_hr(TYPES["年假"], INTERN) == ()
    assert asked_of_hr(TYPES["婚假"], None) == ("结婚登记日期（一年内有效）", "结婚证")
