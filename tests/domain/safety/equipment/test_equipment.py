from datetime import date

from bot.domain.safety.equipment.equipment import Equipment, months_later, wanted

TODAY = date(2026, 11, 22)


def test_months_end_on_a_day_there_is() -> None:
    assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_later(date(2026, 12, 15), 12) == date(2027, 12, 15)
    assert months_later(date(2026, 12, 31), 2) == date(2027, 2, 28)


def test_a_month_before_the_day_is_soon() -> None:
    pieces = [
        Equipment("3号车间", str(day), day) for day in (date(2026, 12, 22), date(2026, 12, 23), date(2026, 11, 1))
    ]
    assert [each.due for each in wanted(pieces, TODAY)] == [date(2026, 11, 1), date(2026, 12, 22)]


def test_who_did_not_say_how_long_a_check_holds_says_the_day_himself() -> None:
    assert Equipment("3号车间", "行车", TODAY).checked(TODAY) is None
    assert Equipment("3号车间", "行车", TODAY, 24).checked(TODAY) == Equipment(
        "3号车间", "行车", date(2028, 11, 22), 24
    )
