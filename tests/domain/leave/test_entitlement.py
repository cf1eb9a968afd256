"""Annual leave by the law's own arithmetic."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.leave.anniversaries import full_years, months_after, years_after
from bot.domain.leave.ledgers.entitlement import (
    AnnualRules,
    MidYear,
    Service,
    carried,
    carry_until,
    due_on_leaving,
    entitlement,
    grants,
)
from bot.errors import Defect
from tests.domain.calendar.days import d

LAW = AnnualRules()
AT_ONCE = AnnualRules(mid_year=MidYear.FULL_FROM_DATE)
LONG_AGO = d("2000-03-01")


def worked(years: int, joined: date) -> Service:
    """So many years, and a few days, when he joined."""
    return Service(joined - timedelta(days=366 * years), joined)


@pytest.mark.parametrize(("years", "days"), [(0, 0), (1, 5), (9, 5), (10, 10), (19, 10), (20, 15), (40, 15)])
def test_days_by_full_years_of_service(years: int, days: int) -> None:
    assert entitlement(Service(d(f"{2026 - years}-01-01"), LONG_AGO), 2026, LAW) == days


@pytest.mark.parametrize(
    ("joined", "years", "days"),
    [
        ("2026-11-22", 12, 1),  # 40 ÷ 365 × 10 = 1.09
        ("2026-07-01", 5, 2),  # 184 ÷ 365 × 5 = 2.52
        ("2026-09-01", 25, 5),  # 122 ÷ 365 × 15 = 5.01
        ("2026-12-31", 25, 0),
        ("2026-01-01", 5, 5),
        ("2026-01-02", 5, 4),  # 364 ÷ 365 × 5 = 4.99
        ("2028-07-01", 5, 2),  # a leap year is divided by 365 as well
    ],
)
def test_who_is_new_gets_a_share(joined: str, years: int, days: int) -> None:
    assert entitlement(worked(years, d(joined)), d(joined).year, LAW) == days


@pytest.mark.parametrize(
    ("left", "years", "taken", "days"),
    [
        ("2026-06-30", 5, "1", 1),  # 1.48
        ("2026-08-31", 12, "8", 0),  # -1.34: what was taken too much is not taken back
        ("2026-12-31", 5, "0", 5),
        ("2026-12-31", 5, "2.5", 2),
        ("2026-01-01", 25, "0", 0),
    ],
)
def test_who_leaves_is_paid_a_share(left: str, years: int, taken: str, days: int) -> None:
    service = Service(d(left) - timedelta(days=366 * years), LONG_AGO, d(left))
    assert due_on_leaving(service, LAW, Decimal(taken)) == days


def test_who_has_left_is_given_nothing_more() -> None:
    gone = Service(d("2010-01-01"), LONG_AGO, d("2026-06-30"))
    assert entitlement(gone, 2026, LAW) == 10
    assert grants(gone, 2027, LAW) == ()


def test_who_comes_and_leaves_within_a_year() -> None:
    service = Service(d("2010-01-01"), d("2026-04-01"), d("2026-09-30"))
    assert due_on_leaving(service, LAW, Decimal(0)) == 5  # 183 ÷ 365 × 10 = 5.01
    with pytest.raises(Defect):
        due_on_leaving(Service(d("2010-01-01"), d("2026-04-01")), LAW, Decimal(0))


def test_crossing_ten_years_in_the_middle_of_a_year() -> None:
    service = Service(d("2016-07-01"), LONG_AGO)
    first, second = grants(service, 2026, LAW)
    assert (first.since, first.days) == (d("2026-01-01"), Decimal(5))
    # 181 ÷ 365 × 5 + 184 ÷ 365 × 10 = 7.52, in half days
    assert (second.since, second.days) == (d("2026-07-01"), Decimal("2.5"))
    assert [grant.days for grant in grants(service, 2026, AT_ONCE)] == [5, 5]
    assert [grant.days for grant in grants(service, 2025, LAW)] == [5]
    assert [grant.days for grant in grants(service, 2027, LAW)] == [10]


def test_the_first_year_is_a_step_too() -> None:
    service = Service(d("2025-10-01"), d("2025-10-01"))
    (only,) = grants(service, 2026, LAW)
    assert (only.since, only.days) == (d("2026-10-01"), Decimal(1))  # 92 ÷ 365 × 5 = 1.26
    assert entitlement(service, 2026, AT_ONCE) == 5
    assert grants(service, 2025, LAW) == ()
    assert grants(service, 2024, LAW) == ()


def test_who_is_new_and_crosses_ten_years_in_one_year() -> None:
    service = Service(d("2016-10-01"), d("2026-07-01"))
    # 184 ÷ 365 × 5 = 2.52; from October 92 ÷ 365 × 5 + 92 ÷ 365 × 10 = 3.78: whole days
    assert [grant.days for grant in grants(service, 2026, LAW)] == [2, 1]


def test_every_grant_says_why() -> None:
    (new,) = grants(worked(12, d("2026-11-22")), 2026, LAW)
    assert new.why == (
        "累计工龄满 12 年，全年 10 天，入职后剩 40 天，40÷365×10 取整为 1 天（《企业职工带薪年休假实施办法》第五条）"
    )
    whole, step = grants(Service(d("2016-07-01"), LONG_AGO), 2026, LAW)
    assert whole.why == "累计工龄满 9 年，全年 5 天（《职工带薪年休假条例》第三条）"
    assert step.why == "累计工龄满 10 年，全年 10 天，满年前后分段折算，这一年共 7.5 天（公司规定）"


def test_what_is_carried_over_has_a_cap_and_an_end() -> None:
    assert (carried(Decimal(7), LAW), carry_until(2026, LAW)) == (Decimal(7), d("2027-12-31"))
    strict = AnnualRules(carry_most=Decimal(3), carry_until=(3, 31))
    assert (carried(Decimal(7), strict), carry_until(2026, strict)) == (Decimal(3), d("2027-03-31"))
    assert carried(Decimal(2), strict) == 2


@given(
    st.dates(d("1985-01-01"), d("2027-12-31")), st.integers(0, 30), st.integers(2024, 2030), st.sampled_from(MidYear)
)
def test_a_year_never_gives_more_than_its_best_rate(joined: date, before: int, year: int, mid_year: MidYear) -> None:
    service = Service(years_after(joined, -before), joined)
    rules = AnnualRules(mid_year=mid_year)
    total = entitlement(service, year, rules)
    assert 0 <= total <= rules.days(service.years(date(year, 12, 31)))
    assert all(grant.days > 0 and grant.since.year == year for grant in grants(service, year, rules))
    if joined.year < year:
        assert total >= rules.days(service.years(date(year, 1, 1)))


@given(st.dates(d("1985-01-01"), d("2026-12-31")), st.dates(d("2026-01-01"), d("2026-12-31")), st.integers(0, 15))
def test_who_leaves_is_never_owed_more_than_the_year_gives(began: date, left: date, taken: int) -> None:
    service = Service(min(began, left), LONG_AGO, left)
    due = due_on_leaving(service, LAW, Decimal(taken))
    assert 0 <= due <= max(0, LAW.days(service.years(left)) - taken)


def test_anniversaries() -> None:
    assert years_after(d("2024-02-29"), 1) == d("2025-02-28")
    assert months_after(d("2026-11-30"), 3) == d("2027-02-28")
    assert [full_years(d("2024-02-29"), d(on)) for on in ("2025-02-27", "2025-02-28", "2023-01-01")] == [0, 1, 0]
