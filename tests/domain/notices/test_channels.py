"""What counts for a channel, and when."""

from dataclasses import replace
from datetime import date

from bot.domain.calendar.calendar import Calendar
from bot.domain.notices.channels import Channel
from bot.identifiers import GroupId
from tests.arguments.reading import FILE

SUNDAY, MONDAY = date(2026, 11, 22), date(2026, 11, 23)


def test_days_of_rest_ask_for_nothing_unless_they_do() -> None:
    assert [Channel("公众号").counts_on(day, Calendar()) for day in (SUNDAY, MONDAY)] == [False, True]
    assert Channel("公众号", workdays_only=False).counts_on(SUNDAY, Calendar())


def test_groups_of_all_staff_never_count() -> None:
    room = next(group for group in FILE.company.groups if group.id == "projecta")
    channel = Channel("窗口", groups=(GroupId("projecta"),))
    assert channel.counts_in(replace(room, kind="E2"))
    assert not channel.counts_in(replace(room, kind="E3"))
    assert not Channel("窗口").counts_in(replace(room, kind="E2"))
    assert not channel.counts_in(None)
