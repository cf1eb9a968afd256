"""A company gives days off, halves of them, and works others in exchange; never less than the law."""

import pytest

from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.kinds import DayKind
from bot.domain.calendar.own_days import Own, OwnDay, ensure_lawful, with_own
from bot.domain.calendar.span import Half
from bot.errors import Code, UserError
from tests.domain.calendar.days import d

TODAY = d("2026-11-22")
BRIDGE = OwnDay(d("2026-12-31"), Own.OFF, "跨年")
EVE = OwnDay(d("2026-12-24"), Own.AFTERNOON_OFF, "年会")
MADE_UP = OwnDay(d("2026-12-26"), Own.WORKED, "跨年")
OWN = with_own(Calendar(), [BRIDGE, EVE, MADE_UP])


def test_days_off_halves_and_days_that_are_worked() -> None:
    assert (OWN.kind(BRIDGE.on), OWN.name(BRIDGE.on)) == (DayKind.COMPANY, "跨年")
    assert (OWN.kind(EVE.on), OWN.name(EVE.on), OWN.half_off(EVE.on)) == (DayKind.WORK, "年会", Half.PM)
    assert (OWN.kind(MADE_UP.on), OWN.worked_for(MADE_UP.on)) == (DayKind.ADJUSTED_WORK, "跨年")
    assert OWN.half_off(BRIDGE.on) is None


def test_the_last_word_on_a_day_counts() -> None:
    again = with_own(OWN, [OwnDay(BRIDGE.on, Own.AS_USUAL), OwnDay(EVE.on, Own.OFF, "年会")])
    assert (again.kind(BRIDGE.on), again.kind(EVE.on), again.half_off(EVE.on)) == (DayKind.WORK, DayKind.COMPANY, None)


def test_no_company_works_on_a_statutory_day() -> None:
    worked = with_own(Calendar(), [OwnDay(d("2027-01-01"), Own.WORKED)])
    assert worked.kind(d("2027-01-01")) is DayKind.STATUTORY


@pytest.mark.parametrize(
    ("wanted", "code", "words"),
    [
        (OwnDay(d("2027-01-01"), Own.WORKED), Code.INVALID_DATE, "是法定节假日（元旦），公司不能改成上班"),
        (OwnDay(d("2026-11-23"), Own.WORKED), Code.DUPLICATE, "本来就上班"),
        (OwnDay(d("2026-12-27"), Own.WORKED), Code.INVALID_DATE, "那一周就没有休息日了"),
        (OwnDay(d("2026-11-20"), Own.OFF), Code.PAST_DATE, "已经过了"),
        (OwnDay(d("2026-12-05"), Own.OFF), Code.NO_WORKDAY, "12月5日(周六)是周末，本来就不上班"),
        (OwnDay(d("2027-01-01"), Own.OFF), Code.NO_WORKDAY, "2027年1月1日(周五)是法定节假日，本来就不上班"),
        (OwnDay(d("2026-12-24"), Own.MORNING_OFF), Code.DUPLICATE, "已经放半天假了"),
        (OwnDay(d("2026-12-25"), Own.AS_USUAL), Code.NOT_FOUND, "公司没有另外安排过 12月25日(周五)"),
    ],
)  # fmt: skip
def test_what_can_not_be(wanted: OwnDay, code: Code, words: str) -> None:
    with pytest.raises(UserError) as refused:
        ensure_lawful(wanted, OWN, TODAY)
    assert (refused.value.code, words in refused.value.sentence) == (code, True)


@pytest.mark.parametrize(
    "wanted",
    [
        OwnDay(d("2026-12-25"), Own.OFF),
        OwnDay(d("2026-12-12"), Own.WORKED),
        OwnDay(d("2026-12-24"), Own.OFF),
        OwnDay(d("2026-12-31"), Own.AS_USUAL),
    ],
)
def test_what_can_be(wanted: OwnDay) -> None:
    ensure_lawful(wanted, OWN, TODAY)


def test_a_day_is_said_with_what_it_is_for() -> None:
    assert BRIDGE.said(TODAY) == "12月31日(周四)放假（跨年）"
    assert OwnDay(d("2027-01-04"), Own.MORNING_OFF).said(TODAY) == "2027年1月4日(周一)上午放假"
