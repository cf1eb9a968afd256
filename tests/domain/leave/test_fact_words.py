"""What HR calls the facts, and what it writes there."""

import pytest

from bot.domain.leave.facts.fact import Fact, What
from bot.domain.leave.facts.fact_words import Column, column
from bot.domain.leave.types.catalogue import leave_types
from bot.identifiers import UserId
from tests.domain.calendar.days import d

TYPES = leave_types("广东")
A, TODAY = UserId("a"), d("2026-11-22")


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("参加工作日期", Column(What.BEGAN)),
        ("首次参加工作时间（社保）", Column(What.BEGAN)),
        ("累计工龄起算日", Column(What.BEGAN)),
        ("入职日期*", Column(What.JOINED)),
        ("入司时间", Column(What.JOINED)),
        ("最后工作日", Column(What.LEFT)),
        ("子女出生日期", Column(What.CHILD)),
        ("孩子生日2", Column(What.CHILD)),
        ("年假", Column(What.DAYS, "年假", 2026)),
        ("年假天数（HR定）", Column(What.DAYS, "年假", 2026)),
        ("2027年年休假天数", Column(What.DAYS, "年假", 2027)),
        ("上年结转", Column(What.CARRIED, "年假", 2026)),
        ("去年年假剩余", Column(What.CARRIED, "年假", 2026)),
        ("年假已休(天)", Column(What.USED, "年假", 2026)),
        ("调休余额", Column(What.DAYS, "调休", 2026)),
        ("独生子女护理假", Column(What.DAYS, "独生子女护理假", 2026)),
        ("姓名", None),
        ("手机", None),
        ("病假天数", None),  # it has no balance
        ("出生日期", None),  # his own
        ("年假备注", None),
    ],
)
def test_headers(header: str, wanted: Column | None) -> None:
    assert column(header, TYPES, 2026) == wanted


def test_a_cell_becomes_a_fact() -> None:
    began = Column(What.BEGAN).fact(A, "2010/7/1", TODAY, "社保")
    assert began == Fact(A, What.BEGAN, "2010-07-01", proof="社保")
    assert Column(What.CHILD).fact(A, "2024-05-01", TODAY).key == "2024-05-01"
    assert Column(What.DAYS, "年假", 2026).fact(A, "7.50 天", TODAY) == Fact(A, What.DAYS, "7.5", "2026 年假")


@pytest.mark.parametrize(
    ("place", "cell", "why"),
    [
        (Column(What.BEGAN), "2010年7月", "参加工作日期「2010年7月」读不懂，要写成 2010-07-01 这样"),
        (Column(What.JOINED), "2027-01-01", "入职日期 2027-01-01 在将来，请核对"),
        (Column(What.CHILD), "1900-01-01", "子女出生日期 1900-01-01 太早，请核对"),
        (Column(What.DAYS, "年假", 2026), "很多", "2026年年假额度「很多」不是数字，要写成 5 或 7.5"),
        (Column(What.USED, "年假", 2026), "-1", "2026年年假已休「-1」不是数字，要写成 5 或 7.5"),
        (Column(What.DAYS, "年假", 2026), "999", "2026年年假额度「999」不对，请核对"),
    ],
)
def test_what_cant_be(place: Column, cell: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        place.fact(A, cell, TODAY)


def test_a_last_day_may_be_ahead() -> None:
    assert Column(What.LEFT).fact(A, "2026-12-31", TODAY).value == "2026-12-31"
