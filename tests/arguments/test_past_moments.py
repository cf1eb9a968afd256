"""A time that is told afterwards is of today, unless a day was said or midnight has just gone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.arguments.past_moments import past_day, past_moment
from bot.errors import Code, UserError
from tests.arguments.reading import scene

NOW = scene().now


def test_of_today_or_of_the_day_that_was_said() -> None:
    assert past_moment("9:40 区局", scene()) == (NOW.replace(hour=9, minute=40), "区局")
    yesterday = past_moment("昨天 22:10", scene())
    assert yesterday
    assert yesterday[0] == NOW.replace(hour=22, minute=10) - timedelta(days=1)
    assert past_moment("区局", scene()) is None


def test_what_is_still_to_come_today_is_not_last_nights() -> None:
    with pytest.raises(UserError) as refused:
        past_moment("11:20", scene())
    assert refused.value.code in (Code.AMBIGUOUS_DATE, Code.FUTURE_DATE)


def test_just_after_midnight_the_evening_is_meant() -> None:
    late = replace(scene(), now=NOW.replace(hour=0, minute=20))
    found = past_moment("23:50", late)
    assert found
    assert found[0] == late.now.replace(hour=23, minute=50) - timedelta(days=1)


@pytest.mark.parametrize("written", ["2026-11-20", "11月20日", "11.20", "前天", "11月20日 9:00"])
def test_a_day_needs_no_time(written: str) -> None:
    assert past_day(written, scene()) == NOW.date() - timedelta(days=2)


@pytest.mark.parametrize(("written", "code"), [("明天", Code.FUTURE_DATE), ("已经交了", Code.INVALID_DATE)])
def test_what_is_no_day_that_is_past(written: str, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        past_day(written, scene())
    assert refused.value.code is code
