"""The categories are those of the requirements, and none of them is punished by a check."""

import pytest

from bot.domain.moderation.categories import Severity, categories, category
from bot.domain.rights import Role


def test_there_are_nineteen() -> None:
    assert list(categories()) == [*(f"C{number:02}" for number in range(1, 19)), "C99"]


@pytest.mark.parametrize(
    ("severity", "codes"),
    [
        (Severity.CRITICAL, "C01 C02 C05 C13"),
        (Severity.SERIOUS, "C03 C04 C06 C08 C12 C14 C17"),
        (Severity.MILD, "C07 C09 C11 C15 C18"),
        (Severity.HUMAN, "C10 C16 C99"),
    ],
)
def test_how_heavy_each_is(severity: Severity, codes: str) -> None:
    assert [each.code for each in categories().values() if each.severity is severity] == codes.split()


def test_two_may_get_worse() -> None:
    worse = {each.code: each.worst for each in categories().values() if each.worst is not each.severity}
    assert worse == {"C15": Severity.SERIOUS, "C18": Severity.SERIOUS}


def test_what_a_check_may_raise() -> None:
    raised = [each.code for each in categories().values() if each.raised]
    assert raised == ["C01", "C02", "C03", "C05", "C12", "C13", "C15", "C18"]


def test_harassment_is_for_human_resources_alone() -> None:
    alone = [each for each in categories().values() if each.of_hr_alone]
    assert [(each.code, each.handled) for each in alone] == [("C17", (Role.HR,))]


def test_whoever_reports_a_danger_causes_no_panic() -> None:
    assert category("C16").exempt


def test_nobody_is_charged_with_a_clause_that_contradicts_itself() -> None:
    assert [each.code for each in categories().values() if not each.on] == ["C10"]


def test_everything_else_is_somebodys() -> None:
    assert all(each.handled for each in categories().values() if each.on)
