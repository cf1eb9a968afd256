"""The official years day by day, what the law fixes where no notice is out, and the company's own days."""

from datetime import date, timedelta

import pytest

from bot.domain.calendar.calendar import Calendar, last_of_month
from bot.domain.calendar.kinds import DayKind
from bot.domain.calendar.official import official_years
from bot.domain.calendar.statutory import HOLIDAYS, statutory_days
from bot.domain.calendar.year_table import YearTable
from bot.errors import Code, Defect, UserError
from tests.domain.calendar.days import d

CALENDAR = Calendar()
K = DayKind


@pytest.mark.parametrize(
    ("when", "kind", "name"),
    [
        ("2026-01-01", K.STATUTORY, "元旦"),
        ("2026-01-02", K.ADJUSTED_REST, "元旦"),
        ("2026-01-03", K.WEEKEND, "元旦"),
        ("2026-01-04", K.ADJUSTED_WORK, None),
        ("2026-02-14", K.ADJUSTED_WORK, None),
        ("2026-02-16", K.STATUTORY, "春节"),  # 除夕
        ("2026-02-19", K.STATUTORY, "春节"),
        ("2026-02-20", K.ADJUSTED_REST, "春节"),
        ("2026-02-28", K.ADJUSTED_WORK, None),
        ("2026-03-08", K.WEEKEND, "妇女节"),
        ("2026-04-05", K.STATUTORY, "清明节"),  # a Sunday, made up for on Monday
        ("2026-04-06", K.ADJUSTED_REST, "清明节"),
        ("2026-05-02", K.STATUTORY, "劳动节"),
        ("2026-05-04", K.ADJUSTED_REST, "劳动节"),
        ("2026-05-09", K.ADJUSTED_WORK, None),
        ("2026-06-19", K.STATUTORY, "端午节"),
        ("2026-09-20", K.ADJUSTED_WORK, None),
        ("2026-09-25", K.STATUTORY, "中秋节"),
        ("2026-10-03", K.STATUTORY, "国庆节"),
        ("2026-10-05", K.ADJUSTED_REST, "国庆节"),
        ("2026-10-10", K.ADJUSTED_WORK, None),
        ("2026-11-22", K.WEEKEND, None),
        ("2026-11-23", K.WORK, None),
        ("2025-01-26", K.ADJUSTED_WORK, None),
        ("2025-10-06", K.STATUTORY, "国庆节、中秋节"),
        ("2025-10-08", K.ADJUSTED_REST, "国庆节、中秋节"),
        ("2027-02-05", K.STATUTORY, "春节"),
        ("2027-02-09", K.WORK, None),  # surely not, but nobody has said so yet
        ("2027-03-08", K.PARTIAL, "妇女节"),
        ("2027-10-03", K.STATUTORY, "国庆节"),
    ],
)
def test_what_a_day_is(when: str, kind: DayKind, name: str | None) -> None:
    assert CALENDAR.kind(d(when)) is kind
    assert CALENDAR.name(d(when)) == (statutory_days(d(when).year).get(d(when)) or name)


def test_workdays_of_each_month_of_2026() -> None:
    months = [len(CALENDAR.workdays(date(2026, m, 1), last_of_month(2026, m))) for m in range(1, 13)]
    assert months == [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]
    assert sum(months) == 248


@pytest.mark.parametrize("year", [2025, 2026])
def test_a_published_year_works_248_days_and_rests_on_what_the_law_says(year: int) -> None:
    assert len(CALENDAR.workdays(date(year, 1, 1), date(year, 12, 31))) == 248
    table = official_years()[year]
    assert set(statutory_days(year)) <= set(table.off)
    assert all(when.weekday() >= 5 for when in table.work)
    assert table.papers[0].startswith("https://www.gov.cn/zhengce/")


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2024, "01-01 02-10 02-11 02-12 04-04 05-01 06-10 09-17 10-01 10-02 10-03"),
        (2025, "01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 05-31 10-01 10-02 10-03 10-06"),
        (2026, "01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03"),
        (2027, "01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03"),
        (2028, "01-01 01-25 01-26 01-27 01-28 04-04 05-01 05-02 05-28 10-01 10-02 10-03"),
    ],
)
def test_days_that_are_firm_by_law(year: int, days: str) -> None:
    assert [f"{when:%m-%d}" for when in sorted(statutory_days(year))] == days.split()


def test_beyond_the_lunar_table_only_the_solar_holidays_are_known() -> None:
    assert len(statutory_days(2041)) == 6
    assert CALENDAR.holiday("春节", 2041) is None
    assert {CALENDAR.holiday(name, 2040) is None for name in HOLIDAYS} == {False}


def test_a_file_without_papers_is_not_a_published_year() -> None:
    placeholder = YearTable(2027, papers=(), off={d("2027-01-04"): "元旦"})
    assert not CALENDAR.is_published(2027)
    assert not CALENDAR.with_year(placeholder).is_published(2027)
    assert CALENDAR.with_year(placeholder).is_workday(d("2027-01-04"))
    published = YearTable(2027, ("https://example.org/notice",), {d("2027-01-04"): "元旦"})
    assert CALENDAR.with_year(published).is_published(2027)
    assert not CALENDAR.with_year(published).is_workday(d("2027-01-04"))


def test_a_notice_may_reach_into_the_year_before() -> None:
    early = YearTable(2028, ("https://example.org/notice",), {d("2027-12-31"): "元旦"}, {d("2027-12-26"): "元旦"})
    calendar = CALENDAR.with_year(early)
    assert calendar.kind(d("2027-12-31")) is K.ADJUSTED_REST
    assert calendar.kind(d("2027-12-26")) is K.ADJUSTED_WORK


def test_the_company_adds_days_but_takes_none_away() -> None:
    ours = Calendar(
        company={d("11-25"): "厂庆", d("10-01"): "厂庆", d("10-10"): "厂庆", d("11-28"): "厂庆"},
        sites={"北厂": {d("11-26"): "停产检修"}},
    )
    assert [ours.kind(d(each)) for each in ("11-25", "10-01", "10-10", "11-28", "11-26")] == [
        K.COMPANY, K.STATUTORY, K.COMPANY, K.WEEKEND, K.WORK,
    ]  # fmt: skip
    assert ours.name(d("11-25")) == "厂庆"
    assert ours.at("北厂").kind(d("11-26")) is K.COMPANY
    assert ours.at("北厂").kind(d("11-25")) is K.COMPANY
    assert ours.at("南厂") == ours


def test_neighbouring_workdays() -> None:
    assert CALENDAR.next_workday(d("09-30")) == d("10-08")
    assert CALENDAR.next_workday(d("10-09")) == d("10-10")
    assert CALENDAR.previous_workday(d("10-08")) == d("09-30")
    assert CALENDAR.previous_workday(d("11-23")) == d("11-20")
    assert CALENDAR.add_workdays(d("11-22"), 5) == d("11-27")
    assert CALENDAR.add_workdays(d("11-22"), 0) == d("11-22")


@pytest.mark.parametrize(
    ("month", "number", "expected"),
    [(11, 1, "11-02"), (10, 1, "10-08"), (10, 2, "10-09"), (10, -1, "10-30"), (2, -1, "02-28"), (5, 1, "05-06")],
)
def test_nth_workday_of_a_month(month: int, number: int, expected: str) -> None:
    assert CALENDAR.nth_workday(2026, month, number) == d(expected)


def test_a_month_has_no_thirtieth_workday() -> None:
    assert CALENDAR.nth_workday(2026, 11, 30) is None
    assert CALENDAR.nth_workday(2026, 11, -30) is None


def test_a_company_that_never_works_is_a_mistake_not_an_endless_search() -> None:
    never = {date(2026, 1, 1) + timedelta(days=n): "停业" for n in range(800)}
    with pytest.raises(Defect):
        Calendar(company=never).next_workday(d("01-01"))


@pytest.mark.parametrize(
    ("first", "last", "holiday"),
    [
        ("2027-01-01", "2027-01-04", None),  # a Friday: nothing to make up for
        ("2027-02-03", "2027-02-04", None),
        ("2027-02-05", "2027-02-08", None),  # nothing but statutory days: surely off
        ("2027-02-04", "2027-02-06", "春节"),
        ("2027-02-09", "2027-02-09", "春节"),
        ("2027-02-10", "2027-02-12", "春节"),
        ("2027-02-11", "2027-02-12", None),
        ("2027-04-30", "2027-05-06", "劳动节"),
        ("2027-05-04", "2027-05-04", "劳动节"),
        ("2027-06-07", "2027-06-11", None),
        ("2026-12-28", "2027-05-03", "春节"),
        ("2027-10-08", "2027-10-08", None),
        ("2027-10-05", "2027-10-08", "国庆节"),
        ("2026-10-01", "2026-10-10", None),
    ],
)
def test_what_an_unpublished_year_leaves_open(first: str, last: str, holiday: str | None) -> None:
    assert CALENDAR.unsettled(d(first), d(last)) == holiday


def test_the_refusal_says_which_holiday_and_what_to_do() -> None:
    with pytest.raises(UserError) as refusal:
        CALENDAR.ensure_settled(d("2027-04-30"), d("2027-05-06"))
    assert refusal.value.code is Code.UNPUBLISHED_YEAR
    assert refusal.value.sentence == (
        "2027年的放假安排还没公布，劳动节（5月1日(周六)至5月2日(周日)）有几天落在周末，补休放在哪天还不知道，"
        "现在算不出天数。请避开 5月3日(周一)前后，或等通知公布后再提交。"
    )


def test_provisional_is_whatever_touches_an_unpublished_year() -> None:
    assert not CALENDAR.is_provisional(d("2026-01-01"), d("2026-12-31"))
    assert CALENDAR.is_provisional(d("2026-12-30"), d("2027-01-04"))
    assert CALENDAR.is_provisional(d("2027-01-04"), d("2027-01-04"))


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("春节", 2026, "2026-02-15", "2026-02-23"),
        ("春节", 2027, "2027-02-05", "2027-02-08"),
        ("中秋节", 2025, "2025-10-01", "2025-10-08"),
        ("元旦", 2027, "2027-01-01", "2027-01-01"),
    ],
)
def test_how_long_a_holiday_is(name: str, year: int, first: str, last: str) -> None:
    assert CALENDAR.holiday(name, year) == (d(first), d(last))
