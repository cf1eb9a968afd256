"""A table that is unusual is shown to people with what is unusual in it."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from bot.domain.calendar.notice import from_notice
from bot.domain.calendar.official import official_years
from bot.domain.calendar.year_checks import checked, doubts
from bot.domain.calendar.year_table import UnreadableYear, YearTable
from tests.domain.calendar.notices import whole

PAPER = "https://www.gov.cn/zhengce/content/1.htm"


def test_published_years_add_up() -> None:
    """Days off on weekdays are the law's days and those that are worked for on weekends."""
    tables = [*official_years().values(), *(from_notice(whole(year), PAPER) for year in (2020, 2021, 2024, 2027))]
    assert [doubts(table) for table in tables] == [()] * len(tables)


def test_seven_days_of_work_are_pointed_out() -> None:
    assert doubts(from_notice(whole(2022), PAPER)) == ("1月29日(周六)前后要连续上班 7 天，一般不超过 6 天。",)


def test_a_day_too_many_is_pointed_out() -> None:
    table = official_years()[2026]
    more = YearTable(2026, table.papers, MappingProxyType({**table.off, date(2026, 9, 3): "纪念日"}), table.work)
    assert doubts(more) == ("工作日里放假 20 天，按法定 13 天加调休上班 6 天应是 19 天。",)


@pytest.mark.parametrize(
    ("paper", "doubted"),
    [
        ("https://www.gov.cn/a.htm", False),
        ("http://gov.cn", False),
        ("https://www.beijing.gov.cn/a", False),
        ("https://gov.cn.example.com/a", True),
        ("https://notgov.cn/a", True),
        ("https://example.com/www.gov.cn", True),
    ],
)
def test_a_notice_comes_from_the_government(paper: str, *, doubted: bool) -> None:
    table = replace(official_years()[2026], papers=(paper,))
    assert any("gov.cn" in each for each in doubts(table)) is doubted


def test_names_and_addresses_are_what_they_say() -> None:
    table = official_years()[2026]
    with pytest.raises(UnreadableYear, match="「看这里」不是网址"):
        checked(replace(table, papers=("看这里",)))
    for name in ("@所有人", "春节\n已放假", "[点这里](http://x)", "节" * 31, ""):
        with pytest.raises(UnreadableYear, match="不像节日的名称"):
            checked(replace(table, off={**table.off, date(2026, 9, 3): name}))
