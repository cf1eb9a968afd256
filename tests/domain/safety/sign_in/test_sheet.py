from dataclasses import replace
from datetime import datetime, timedelta, timezone

from bot.domain.safety.sign_in.sheet import Sheet, SheetState
from bot.identifiers import UserId

STARTS = datetime(2026, 11, 27, 14, 0, tzinfo=timezone(timedelta(hours=8)))
SHEET = Sheet("PX-20261122-001", "消防", UserId("chenan"), STARTS, "二楼", "00" * 16)


def test_signing_is_open_around_the_start() -> None:
    minutes = {-16: False, -15: True, 0: True, 30: True, 31: False}
    assert {each: SHEET.takes_signs(STARTS + timedelta(minutes=each)) for each in minutes} == minutes


def test_nobody_signs_on_what_was_called_off() -> None:
    assert not replace(SHEET, state=SheetState.CALLED_OFF).takes_signs(STARTS)


def test_a_code_is_four_digits_and_changes() -> None:
    codes = [SHEET.code(STARTS + timedelta(minutes=10 * each)) for each in range(6)]
    assert all(len(each) == 4 and each.isdecimal() for each in codes)
    assert len(set(codes)) > 1
    assert SHEET.code(STARTS) == SHEET.code(STARTS + timedelta(minutes=9))
    assert SHEET.code_changes(STARTS + timedelta(minutes=3)) == STARTS + timedelta(minutes=10)


def test_a_code_is_taken_for_one_more_turn() -> None:
    code = SHEET.code(STARTS)
    assert SHEET.fits(code, STARTS + timedelta(minutes=19))
    assert not SHEET.fits(code, STARTS + timedelta(minutes=20))
    assert not SHEET.fits("", STARTS)


def test_another_sheet_has_other_codes() -> None:
    others = [replace(SHEET, number="PX-20261122-002"), replace(SHEET, seed="11" * 16)]
    moments = [STARTS + timedelta(minutes=10 * each) for each in range(6)]
    for other in others:
        assert [other.code(each) for each in moments] != [SHEET.code(each) for each in moments]
