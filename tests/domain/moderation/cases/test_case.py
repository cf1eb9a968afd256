"""What a case says of itself."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.moderation.cases.case import Charge, appeal_until, digest_of
from bot.domain.moderation.pack import StepKind
from bot.identifiers import UserId

SHANGHAI = timezone(timedelta(hours=8))


def test_an_appeal_comes_in_time_until_the_end_of_the_third_working_day() -> None:
    """From a Saturday: Monday, Tuesday, Wednesday."""
    now = datetime(2026, 11, 21, 10, 0, tzinfo=SHANGHAI)
    assert appeal_until(now, 3, Calendar()) == datetime(2026, 11, 26, 0, 0, tzinfo=SHANGHAI)


def test_what_was_quoted_tells_the_act_apart() -> None:
    said = Charge(UserId("zhangsan"), None, StepKind.WARNING, "C15", "广告", quote="加我")
    assert said.act == digest_of("加我") != digest_of("加我 ")
    assert Charge(UserId("zhangsan"), None, StepKind.WARNING, "C15", "广告").act == ""


@pytest.mark.parametrize(
    ("reason", "again"), [("又刷广告", True), ("还在发", True), ("屡教不改", True), ("刷广告", False)]
)
def test_a_reason_may_say_that_it_is_another_act(reason: str, again: bool) -> None:
    assert Charge(UserId("zhangsan"), None, StepKind.MUTE, "C15", reason).is_again is again


def test_times_are_kept_with_their_zone() -> None:
    assert appeal_until(datetime(2026, 11, 21, 10, 0, tzinfo=UTC), 1, Calendar()).tzinfo is UTC
