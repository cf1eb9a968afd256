"""Who looks after what, week by week."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.groups.group import GroupState
from bot.domain.moderation.weekly import looked_after, week_of
from bot.identifiers import UserId
from tests.commands.members.comings import FILE


@pytest.mark.parametrize("day", range(7))
def test_a_week_is_called_by_its_monday(day: int) -> None:
    assert week_of(date(2026, 11, 23) + timedelta(days=day)) == date(2026, 11, 23)


def test_groups_in_use_by_who_is_here_to_look_after_them() -> None:
    kept = looked_after(FILE.company)
    assert {group.name for group in kept[UserId("zhengqun")]} == {"项目A工作群"}
    closed = replace(FILE.company, groups=tuple(replace(each, state=GroupState.CLOSED) for each in FILE.company.groups))
    assert not looked_after(closed)
