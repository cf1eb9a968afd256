"""When a leave ends of which only the start was said."""

from dataclasses import replace

import pytest

from bot.domain.leave.counting.lasting import usual_end
from bot.domain.leave.types.catalogue import leave_types
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import UserError
from tests.domain.calendar.days import d

OFFICE = Schedule()


@pytest.mark.parametrize(
    ("region", "labels", "end"),
    [
        ("全国", (), "2027-03-08"),
        ("全国", ("难产",), "2027-03-23"),
        ("上海", (), "2027-05-07"),
        ("江苏", (), "2027-05-07"),
        ("广东", (), "2027-05-27"),
        ("重庆", (), "2027-05-27"),
        ("浙江", (), "2027-03-08"),
        ("浙江", ("一孩",), "2027-05-07"),
        ("浙江", ("二孩、三孩",), "2027-06-06"),
        ("河南", (), "2027-06-08"),  # three months more
    ],
)
def test_maternity_from_1_december(region: str, labels: tuple[str, ...], end: str) -> None:
    assert usual_end(leave_types(region)["产假"], d("2026-12-01"), OFFICE, *labels) == d(end)


def test_statutory_holidays_may_make_the_extra_end_later() -> None:
    kind = leave_types("上海")["产假"]
    postponed = replace(kind, extras=tuple(replace(each, postponed=each.always) for each in kind.extras))
    # 清明 is in it, and 1 and 2 May
    assert usual_end(postponed, d("2026-12-01"), OFFICE) == d("2027-05-10")


def test_a_wedding_takes_working_days() -> None:
    assert usual_end(leave_types()["婚假"], d("11-26"), OFFICE) == d("11-30")
    assert usual_end(leave_types("上海")["婚假"], d("11-26"), OFFICE) == d("12-09")


def test_most_types_have_no_usual_length() -> None:
    assert usual_end(leave_types()["年假"], d("11-26"), OFFICE) is None


def test_working_days_over_an_unknown_holiday_are_not_guessed() -> None:
    with pytest.raises(UserError):
        usual_end(leave_types("河南")["婚假"], d("2027-01-29"), OFFICE)
