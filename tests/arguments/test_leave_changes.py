"""By how much a balance is changed."""

from decimal import Decimal

import pytest

from bot.arguments.leave_changes import LeaveChange
from bot.domain.leave.types.catalogue import leave_types
from bot.errors import UserError
from bot.files.company import load
from bot.shapes.arguments import Scene, Words
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)
SCENE = Scene(FILE.company.people[0], FILE.company, FILE.now)
TYPES = leave_types()


def read(text: str) -> LeaveChange | None:
    return LeaveChange.read(Words(text), SCENE)


@pytest.mark.parametrize(
    ("text", "type_", "amount"),
    [
        ("+1 漏登", "年假", "1"),
        ("＋0.5天", "年假", "0.5"),
        ("-2 重复", "年假", "-2"),
        ("扣两天", "年假", "-2"),
        ("加半天", "年假", "0.5"),
        ("加 4 小时", "调休", "4"),
        ("+1天", "调休", "8"),
        ("减3", "调休", "-3"),
    ],
)
def test_what_is_read(text: str, type_: str, amount: str) -> None:
    change = read(text)
    assert change is not None
    assert change.of(TYPES[type_], Decimal(8)) == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "type_"), [("+0.3", "年假"), ("+4小时", "年假"), ("+0", "年假"), ("+0.25小时", "调休")]
)
def test_what_can_not_be(text: str, type_: str) -> None:
    change = read(text)
    assert change is not None
    with pytest.raises(UserError):
        change.of(TYPES[type_], Decimal(8))


@pytest.mark.parametrize("text", ["", "1 天", "2026-11-22", "加班补的", "+-5 补", "--5", "+1e5", "+1-2"])
def test_what_is_none(text: str) -> None:
    assert read(text) is None
