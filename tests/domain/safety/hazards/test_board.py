"""What is counted of hazards, by area."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from bot.domain.safety.hazards.board import AreaRow, Figures, board, figures, is_in_time
from bot.domain.safety.hazards.hazard import Grade, Hazard, HazardFacts, HazardKind, HazardState, Plan
from bot.identifiers import UserId

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
TODAY = NOW.date()
FACTS = HazardFacts("3号车间", "配电箱门坏了", HazardKind.ELECTRIC)
NEW = Hazard("YH-1", FACTS, NOW, area="3号车间")
FIXING = replace(NEW, state=HazardState.FIXING, plan=Plan(UserId("wangqiang"), due=date(2026, 11, 20)))
CLOSED = replace(FIXING, state=HazardState.CLOSED, closed_at=NOW)


def test_the_board_counts_what_is_open_by_area() -> None:
    other = replace(NEW, area="仓库", grade=Grade.MAJOR, state=HazardState.GRADED)
    found = board([NEW, FIXING, other, CLOSED], TODAY, closed=4, shown=3)
    assert found.rows == (AreaRow("3号车间", (1, 0, 1, 0), 1, 0), AreaRow("仓库", (0, 1, 0, 0), 0, 1))
    assert (found.open, found.major, found.late, found.closed, found.shown) == (3, 1, (FIXING,), 4, 3)


def test_what_is_longest_overdue_comes_first() -> None:
    older = replace(FIXING, number="YH-2", plan=Plan(due=date(2026, 11, 2)))
    assert board([FIXING, older], TODAY, closed=0, shown=0).late == (older, FIXING)


def test_figures_of_each_area_and_of_all() -> None:
    again = replace(NEW, recurs="YH-0")
    in_time = replace(CLOSED, plan=Plan(due=date(2026, 11, 23)))
    other = replace(NEW, area="仓库", grade=Grade.MAJOR)
    none = replace(NEW, state=HazardState.UNFOUNDED)
    found = figures([NEW, again, other, none], [CLOSED, in_time], [FIXING], TODAY, UTC)
    assert found == (
        Figures("3号车间", found=2, closed=2, in_time=1, overdue=1, again=1),
        Figures("仓库", found=1, major=1),
        Figures("合计", found=3, major=1, closed=2, in_time=1, overdue=1, again=1),
    )
    assert (found[0].in_time_share, found[0].again_share, found[1].in_time_share) == ("50%", "50%", "—")


def test_no_hazards_are_figures_too() -> None:
    assert figures([], [], [], TODAY, UTC) == (Figures("合计"),)


def test_a_day_ends_where_the_company_is() -> None:
    """16:30 UTC is the next day in China, by a clock eight hours ahead."""
    late = replace(CLOSED, closed_at=datetime(2026, 11, 20, 16, 30, tzinfo=UTC))
    assert is_in_time(late, UTC)
    assert not is_in_time(late, timezone(timedelta(hours=8)))
