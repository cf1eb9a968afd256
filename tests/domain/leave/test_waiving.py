"""What a waiver says, and whose reasons it can't be for."""

from decimal import Decimal

import pytest

from bot.domain.leave.ledgers.waiving import ensure_own_reason, statement
from bot.errors import UserError


def test_it_says_what_is_given_up() -> None:
    said = statement("年假", 2026, Decimal("1.5"), "想攒钱")
    assert "想攒钱" in said
    assert "2026年的年假 1.5 天" in said
    assert "200%" in said


@pytest.mark.parametrize("reason", ["工作忙", "项目走不开", "领导不批", "公司要求的", "没人顶班", "最近太忙"])
def test_the_companys_reasons_are_none_of_his(reason: str) -> None:
    with pytest.raises(UserError, match="不算自己放弃"):
        ensure_own_reason(reason)


@pytest.mark.parametrize("reason", ["想攒钱", "不想休", "家里没事，不需要休", "个人原因"])
def test_reasons_of_his_own(reason: str) -> None:
    ensure_own_reason(reason)
