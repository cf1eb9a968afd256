"""What a table changes against what is counted by now."""

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.notice import from_notice, from_text
from bot.domain.calendar.year_diff import YearDiff, reach, year_diff
from tests.domain.calendar.days import d
from tests.domain.calendar.notices import PAPER_2027, imported_2027, whole

TABLE = from_text(imported_2027())


def test_against_the_provisional_calendar() -> None:
    diff = year_diff(Calendar(), TABLE)
    assert (len(diff.off), len(diff.worked)) == (10, 4)
    assert list(diff.said(d("2027-01-01")))[1] == (
        "改为上班 4 天：1月31日(周日)、4月25日(周日)、9月26日(周日)、10月9日(周六)。"
    )


def test_the_same_again_changes_nothing() -> None:
    diff = year_diff(Calendar().with_year(TABLE), TABLE)
    assert diff == YearDiff()
    assert list(diff.said(d("2027-01-01"))) == []


def test_a_table_may_reach_into_the_year_before() -> None:
    assert reach(from_notice(whole(2023), PAPER_2027)) == (d("2022-12-31"), d("2023-12-31"))
    assert reach(TABLE) == (d("2027-01-01"), d("2027-12-31"))
