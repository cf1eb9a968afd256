"""The calendar in sentences."""

import pytest

from bot.domain.calendar import telling
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.notice import from_text
from bot.domain.calendar.own_days import Own, OwnDay, with_own
from tests.domain.calendar.days import d
from tests.domain.calendar.notices import imported_2027

TODAY = d("2026-11-22")
OWN = with_own(
    Calendar(),
    [
        OwnDay(d("2026-12-31"), Own.OFF, "跨年"),
        OwnDay(d("2026-12-24"), Own.AFTERNOON_OFF, "年会"),
        OwnDay(d("2026-12-26"), Own.WORKED, "跨年"),
    ],
)
PUBLISHED = Calendar().with_year(from_text(imported_2027()))


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-11-23", "11月23日(周一)上班。"),
        ("2026-11-28", "11月28日(周六)是周末，休息。"),
        ("2026-10-10", "10月10日(周六)上班（国庆节调休）。"),
        ("2026-10-01", "10月1日(周四)放假（国庆节，法定节假日）。"),
        ("2026-10-05", "10月5日(周一)放假（国庆节）。"),
        ("2026-10-04", "10月4日(周日)放假（国庆节）。"),
        ("2026-12-31", "12月31日(周四)放假（跨年）。"),
        ("2026-12-24", "12月24日(周四)上班，下午放假（年会）。"),
        ("2026-12-26", "12月26日(周六)上班（跨年调休）。"),
    ],
)
def test_a_day(on: str, said: str) -> None:
    assert list(telling.about_day(OWN, d(on), TODAY)) == [said]


def test_days_for_some_people_are_worked_by_the_others() -> None:
    assert list(telling.about_day(OWN, d("2027-03-08"), TODAY)) == [
        "2027年3月8日(周一)上班。",
        "妇女节：女职工放假半天，赶上休息日不补休（《全国年节及纪念日放假办法》第三条、第六条）。",
        "2027年放假安排未公布，天数可能变。",
    ]


def test_a_holiday_that_is_published_and_one_that_is_not() -> None:
    assert list(telling.about_holiday(Calendar(), "国庆节", 2026, TODAY)) == [
        "国庆节：10月1日(周四)至10月7日(周三)放假，共 7 天；9月20日(周日)、10月10日(周六)上班。"
    ]
    assert list(telling.about_holiday(Calendar(), "春节", 2027, TODAY)) == [
        "春节：2027年2月5日(周五)至2027年2月8日(周一)是法定节假日，共 4 天，其中 2 天在周末，补休放在哪天还不知道。",
        "2027年放假安排未公布，天数可能变。",
    ]
    assert list(telling.about_holiday(Calendar(), "春节", 2050, TODAY)) == ["我还不知道2050年的春节是哪天。"]


def test_a_month_and_a_year() -> None:
    assert list(telling.about_month(OWN, 2026, 12, TODAY)) == [
        "2026年12月工作日 23 天。",
        "调休上班：12月26日(周六)（跨年调休）。",
        "公司另外安排：12月24日(周四)下午放假（年会）、12月26日(周六)上班（跨年）、12月31日(周四)放假（跨年）。",
    ]
    year = list(telling.about_year(Calendar(), 2026))
    assert year[0] == "2026年工作日 248 天。"
    assert [line[:2] for line in year[1:]] == ["元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆"]
    assert next(telling.about_year(Calendar(), 2027)) == "2027年工作日暂按 254 天算。"


def test_what_comes_next() -> None:
    assert telling.next_holiday(Calendar(), TODAY) == ("元旦", 2027)
    assert telling.next_holiday(Calendar(), d("2026-10-03")) == ("国庆节", 2026)
    assert telling.next_made_up(Calendar(), TODAY) == "到2026年底没有调休上班日了。"
    assert telling.next_made_up(PUBLISHED, TODAY) == "下一个调休上班日：2027年1月31日(周日)（春节调休）。"
    assert telling.nearest_year(Calendar(), "国庆节", TODAY) == 2027
