"""When somebody is reminded, and when the administrator hears of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.nicknames.cases import NicknameCase, is_due
from bot.domain.nicknames.rules import NicknameRules
from bot.identifiers import UserId
from tests.domain.nicknames.company import NOW

RULES = NicknameRules()
CASE = NicknameCase(UserId("zhangsan"), None, "三哥", NOW)


def at(days: int) -> datetime:
    return NOW + timedelta(days=days)


def test_after_one_three_and_seven_days() -> None:
    assert CASE.reminder_due(RULES) == at(1)
    assert replace(CASE, reminded=1, reminded_at=at(1)).reminder_due(RULES) == at(3)
    assert replace(CASE, reminded=2, reminded_at=at(3)).reminder_due(RULES) == at(7)
    last = replace(CASE, reminded=3, reminded_at=at(7))
    assert last.reminder_due(RULES) is None
    assert (CASE.listing_due(RULES), last.listing_due(RULES)) == (None, at(8))
    assert replace(last, listed_at=at(8)).listing_due(RULES) is None


def test_a_late_one_pushes_the_next_ones() -> None:
    """After two weeks of holiday nobody gets three reminders in a row."""
    late = replace(CASE, reminded=1, reminded_at=at(14))
    assert late.reminder_due(RULES) == at(16)
    assert replace(late, reminded=2, reminded_at=at(16)).reminder_due(RULES) == at(20)


def test_a_company_that_wants_no_reminders_gets_the_list_at_once() -> None:
    none = NicknameRules(remind_after=())
    assert (CASE.reminder_due(none), CASE.listing_due(none)) == (None, at(1))


def test_a_day_is_a_day_in_the_company_s_zone() -> None:
    late = (NOW + timedelta(seconds=2)).astimezone(UTC)
    assert is_due(late + timedelta(days=1), NOW + timedelta(days=1))
    assert not is_due(late + timedelta(days=1), NOW + timedelta(hours=13))
    assert not is_due(None, NOW)
