"""People from outside: their names, and how long they may stay."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.groups.group import Group, Guest
from bot.domain.groups.guests import (
    ensure_in_time,
    guest_called,
    guest_in,
    guest_name,
    guest_parts,
    is_titled,
    months_later,
    stay_key,
)
from bot.errors import Code, UserError
from bot.identifiers import GroupId

ROOM = Group(GroupId("m"), "项目A营销微信平台", guests=(Guest("恒远置业-李总"), Guest("华润-李工")))
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("恒远置业 李总", "恒远置业-李总"),
        ("恒远置业-李总", "恒远置业-李总"),
        ("恒远置业－李总", "恒远置业-李总"),
        ("恒远置业的李总", "恒远置业-李总"),
        ("恒远置业李总", "恒远置业-李总"),
        ("恒远置业欧阳经理", "恒远置业-欧阳经理"),
        ("客户恒远置业李总", "恒远置业-李总"),
        ("外部成员：恒远置业 李总", "恒远置业-李总"),
        ("恒远置业 市场部 李明", "恒远置业市场部-李明"),
        ("ACME Mary", "ACME-Mary"),
        ("李总", None),
        ("李四", None),
        ("", None),
        ("恒远置业 <李总>", None),
        ("恒远" * 20 + " 李总", None),
    ],
)
def test_the_name_has_a_company(written: str, name: str | None) -> None:
    parts = guest_parts(written)
    assert (guest_name(parts) if parts else None) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("恒远置业 李总", "恒远置业-李总"),
        ("恒远置业", "恒远置业-李总"),
        ("客户李总", "恒远置业-李总"),
        ("华润李工", "华润-李工"),
        ("李", None),
        ("张总", None),
    ],
)
def test_who_is_in_is_known_by_a_part(written: str, name: str | None) -> None:
    found = guest_called(written, ROOM)
    assert (found.name if found else None) == name


def test_in_a_line() -> None:
    assert guest_in("恒远置业 李总 项目结束了", [ROOM]) == ("恒远置业 李总", "恒远置业-李总")
    assert guest_in("张三 项目结束了", [ROOM]) is None


def test_a_title_needs_a_surname() -> None:
    assert is_titled("李总")
    assert not is_titled("置业总")


@pytest.mark.parametrize(("day", "code"), [(date(2026, 11, 21), Code.PAST_DATE), (date(2027, 11, 24), Code.LIMIT)])
def test_an_end_that_can_not_be(day: date, code: Code) -> None:
    with pytest.raises(UserError) as refused:
        ensure_in_time(day, TODAY)
    assert refused.value.code is code


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 11, 22), 12, date(2027, 11, 22)),
        (date(2026, 11, 22), 1, date(2026, 12, 22)),
    ],
)
def test_months_later(day: date, months: int, then: date) -> None:
    assert months_later(day, months) == then


def test_a_stay_with_another_end_is_another() -> None:
    guest = Guest("恒远置业-李总", None, TODAY)
    assert stay_key(ROOM, guest) == stay_key(ROOM, guest)
    assert stay_key(ROOM, guest) != stay_key(ROOM, replace(guest, expires_on=date(2027, 1, 1)))


def test_today_and_a_year_from_now_can_be() -> None:
    ensure_in_time(TODAY, TODAY)
    ensure_in_time(date(2027, 11, 22), TODAY)
