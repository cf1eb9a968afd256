"""A case serves as long as it counts, holds or may be disputed, and as long as a later one rests on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.moderation.cases.case import Case
from bot.domain.moderation.cases.keeping import spent
from bot.domain.moderation.categories import Severity
from bot.domain.moderation.history import PastState
from bot.domain.moderation.pack import Pack, Repeat, StepKind
from bot.domain.moderation.shelf import shipped
from bot.identifiers import UserId

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
D8 = next(pack for pack in shipped() if pack.id == "D8")


def case(day: int, category: str = "C15", state: PastState = PastState.CONFIRMED, until: int = 0) -> Case:
    at = BEGIN + timedelta(days=day)
    one = Case(
        f"WG-{day}",
        UserId("li"),
        UserId("zheng"),
        None,
        StepKind.MUTE,
        category,
        Severity.MILD,
        "D8",
        "1",
        1,
        at,
        at,
        at + timedelta(days=5),
        state=state,
    )
    return replace(one, until=BEGIN + timedelta(days=until)) if until else one


def gone(cases: Sequence[Case], day: int, pack: Pack | None = D8) -> list[str]:
    return [each.number for each in spent(cases, BEGIN + timedelta(days=day), lambda _: pack)]


@pytest.mark.parametrize(
    ("cases", "day", "expected"),
    [
        ([case(0)], 180, []),
        ([case(0)], 181, ["WG-0"]),
        ([case(0, until=300)], 300, []),  # it holds still
        ([case(0, until=300)], 301, ["WG-0"]),
        ([case(0), case(150)], 200, []),  # the second counts it
        ([case(0), case(150), case(300)], 479, []),
        ([case(300), case(0), case(150)], 481, ["WG-0", "WG-150", "WG-300"]),
        ([case(0), case(181)], 182, ["WG-0"]),  # it counts it no more
        ([case(0), case(150, "C12")], 200, ["WG-0"]),  # nor what is of another kind
        ([case(0), case(150, state=PastState.OVERTURNED)], 200, ["WG-0", "WG-150"]),
        ([case(0, state=PastState.PARDONED), case(150)], 200, ["WG-0"]),
        ([case(0, state=PastState.APPEALED)], 999, []),
    ],
)
def test_which_are_spent(cases: Sequence[Case], day: int, expected: Sequence[str]) -> None:
    assert gone(cases, day) == expected


def test_where_any_violation_repeats_any_other_each_counts() -> None:
    assert gone([case(0), case(150, "C12")], 200, replace(D8, repeat=Repeat.ANY)) == []


def test_without_its_pack_the_usual_window_counts() -> None:
    assert [gone([case(0)], day, None) for day in (180, 181)] == [[], ["WG-0"]]
