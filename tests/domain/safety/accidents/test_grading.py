"""493号令 art. 3, at every edge: 以上 includes, 以下 doesn't, and the highest of the three decides."""

import pytest

from bot.domain.safety.accidents.grading import WAN, YI, Grade, company_level, grade, said
from bot.domain.safety.accidents.reports import CompanyLevel
from bot.domain.safety.accidents.tally import Tally


@pytest.mark.parametrize(
    ("deaths", "serious", "loss", "expected"),
    [
        (1, 0, 0, Grade.ORDINARY),
        (2, 9, 1_000 * WAN - 1, Grade.ORDINARY),
        (0, 0, 1, Grade.ORDINARY),
        (3, 0, 0, Grade.LARGER),
        (2, 10, 0, Grade.LARGER),
        (0, 0, 1_000 * WAN, Grade.LARGER),
        (9, 49, 5_000 * WAN - 1, Grade.LARGER),
        (10, 0, 0, Grade.MAJOR),
        (0, 50, 0, Grade.MAJOR),
        (0, 0, 5_000 * WAN, Grade.MAJOR),
        (29, 99, YI - 1, Grade.MAJOR),
        (30, 0, 0, Grade.GRAVEST),
        (0, 100, 0, Grade.GRAVEST),
        (9, 0, YI, Grade.GRAVEST),
        (0, 0, 0, None),
    ],
)
def test_the_highest_of_three_decides(deaths: int, serious: int, loss: int, expected: Grade | None) -> None:
    assert grade(Tally(deaths=deaths, serious=serious, loss=loss)) is expected


def test_what_nobody_said_is_no_nought_but_makes_no_grade() -> None:
    assert grade(Tally(deaths=3)) is Grade.LARGER
    assert grade(Tally()) is None
    assert grade(Tally(minor=40, missing=5, trapped=5)) is None


def test_a_grade_is_only_proposed() -> None:
    assert said(Tally(deaths=1)) == "一般（拟定，以调查为准）"
    assert said(Tally()) == "待核实"


def test_the_companys_scale_goes_by_numbers_where_there_are_some() -> None:
    assert company_level(Tally(deaths=1, serious=3), CompanyLevel.MINOR) is CompanyLevel.DEATH
    assert company_level(Tally(serious=1), None) is CompanyLevel.SERIOUS
    assert company_level(Tally(minor=2), None) is CompanyLevel.MINOR
    assert company_level(Tally(), CompanyLevel.NEAR_MISS) is CompanyLevel.NEAR_MISS
    assert company_level(Tally(minor=1), CompanyLevel.SERIOUS) is CompanyLevel.SERIOUS
    assert company_level(Tally(serious=0, minor=1), CompanyLevel.SERIOUS) is CompanyLevel.MINOR
    assert company_level(Tally(deaths=0), CompanyLevel.DEATH) is None


def test_grades_are_ranked() -> None:
    assert sorted(Grade, key=lambda each: each.rank) == [Grade.ORDINARY, Grade.LARGER, Grade.MAJOR, Grade.GRAVEST]
