"""A time that is told afterwards is of today, unless a day was said or midnight has just gone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.arguments.past_moments import past_moment
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
