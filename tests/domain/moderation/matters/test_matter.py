"""Who decides on what the bot hands over, and what is held because of it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.moderation.matters.checklists import checklist
from bot.domain.moderation.matters.matter import About, Matter, MatterState
from bot.domain.rights import Role
from bot.identifiers import UserId

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
MATTER = Matter("YJ-1", About.LIABILITY, UserId("zhangsan"), UserId("zhoumin"), NOW, cases=("WG-1", "WG-2"))


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        (About.FINE, (Role.HR, Role.LEGAL)),
        (About.DISMISSAL, (Role.HR, Role.LEGAL)),
        (About.HANDLING, (Role.HR,)),
        (About.LIABILITY, (Role.LEGAL,)),
        (About.PARTNER, (Role.LEGAL,)),
        (About.DISCIPLINE, ()),
        (About.OFF_DUTY, ()),
    ],
)
def test_who_decides(about: About, expected: tuple[Role, ...]) -> None:
    assert about.deciders == expected


def test_whatever_somebody_decides_on_has_something_to_check_first() -> None:
    assert all(checklist(about) for about in About if about.deciders)
    assert any("工会" in each for each in checklist(About.DISMISSAL))


def test_what_is_held_is_all_that_it_names() -> None:
    assert MATTER.holds == ("YJ-1", "zhangsan", "WG-1", "WG-2")
    assert replace(MATTER, target=UserId(""), guest="恒远置业-李总", cases=()).holds == ("YJ-1",)


def test_a_step_is_a_new_version() -> None:
    after = MATTER.now(MatterState.CONFIRMED)
    assert (after.state, after.version) == (MatterState.CONFIRMED, 2)
    assert after.state.is_open
    assert not after.now(MatterState.DONE).state.is_open
