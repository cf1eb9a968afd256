"""When an appeal is answered, reminded of, and handed on."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from bot.domain.calendar.calendar import Calendar
from bot.domain.moderation.appeals.appeal import STATE_AFTER, Appeal, Ruling, answer_by, late_at, reminded_at
from bot.domain.moderation.history import PastState
from bot.identifiers import UserId

SHANGHAI = timezone(timedelta(hours=8))
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)


def filed(at: datetime, days: int = 5) -> Appeal:
    return Appeal("WG-1", UserId("zhangsan"), at, answer_by(at, days, Calendar()), (UserId("zhoumin"),))


def test_it_is_answered_by_the_end_of_the_fifth_working_day() -> None:
    assert filed(MONDAY).answer_by == datetime(2026, 12, 1, tzinfo=SHANGHAI)  # over a weekend


def test_who_judges_is_reminded_a_working_day_before_and_others_are_asked_after() -> None:
    appeal = filed(MONDAY)
    assert reminded_at(appeal, Calendar()) == datetime(2026, 11, 27, 9, tzinfo=SHANGHAI)
    assert late_at(appeal, Calendar()) == datetime(2026, 12, 1, 9, tzinfo=SHANGHAI)
    assert late_at(replace(appeal, rung=1), Calendar()) == datetime(2026, 12, 3, 9, tzinfo=SHANGHAI)


def test_nobody_is_reminded_on_the_day_on_which_he_was_asked() -> None:
    assert reminded_at(filed(MONDAY, 1), Calendar()) == datetime(2026, 11, 24, 9, tzinfo=SHANGHAI)


def test_what_the_ladder_sees_then() -> None:
    assert set(STATE_AFTER) == set(Ruling)
    assert [each for each, state in STATE_AFTER.items() if state is PastState.CONFIRMED] == [
        Ruling.UPHELD,
        Ruling.MITIGATED,
    ]
