"""How many of a team must be there."""

from dataclasses import replace

import pytest

from bot.domain.calendar.span import Half
from bot.domain.leave.coverage import CoverageRule, Mode, Shortfall, away_together, shortfall
from bot.domain.leave.recurring import Daily, ShiftEdge
from bot.domain.leave.request import LeaveRequest, LeaveState
from bot.identifiers import UserId
from tests.domain.calendar.days import d
from tests.domain.leave.requests import NOW, OFFICE, TYPES, ask

TEAM = tuple(map(UserId, ("zhangsan", "lisi", "wangwu", "zhaoliu")))
RULE = CoverageRule("生产部", 2)
WISH = ask("11-25/11-27")


def of(user: str, text: str, state: LeaveState = LeaveState.APPROVED) -> LeaveRequest:
    return replace(ask(text, number=f"QJ-{user}", state=state), user=UserId(user))


def lacking(*others: LeaveRequest, wish: LeaveRequest = WISH, rule: CoverageRule = RULE) -> Shortfall | None:
    return shortfall(wish, TYPES[wish.type], rule, TEAM, others, OFFICE)


def test_enough_are_there() -> None:
    assert lacking() is None
    assert lacking(of("lisi", "11-25/11-27"), of("wangwu", "11-30")) is None
    assert lacking(of("lisi", "11-25AM"), of("wangwu", "11-25PM")) is None


def test_the_worst_half_day_is_named() -> None:
    found = lacking(of("lisi", "11-25/11-27"), of("wangwu", "11-26PM"))
    assert found == Shortfall("生产部", d("11-26"), Half.PM, 1, 2, blocks=False)
    assert found.said(NOW.date()) == "11月26日(周四)下午生产部只剩 1 人在岗，规定至少 2 人。"
    first = lacking(of("lisi", "11-25/11-27"), of("wangwu", "11-25/11-27"))
    assert first
    assert (first.on, first.half) == (d("11-25"), Half.AM)
    worse = lacking(of("lisi", "11-25/11-27"), of("wangwu", "11-26PM/11-27"), of("zhaoliu", "11-27"))
    assert worse
    assert (worse.on, worse.present) == (d("11-27"), 0)


@pytest.mark.parametrize(("kind", "blocks"), [("年假", True), ("事假", True), ("产假", False), ("丧假", False)])
def test_a_right_is_never_blocked(kind: str, *, blocks: bool) -> None:
    rule = replace(RULE, mode=Mode.BLOCK)
    found = lacking(of("lisi", "11-25"), of("wangwu", "11-25"), wish=ask("11-25", kind), rule=rule)
    assert found
    assert found.blocks == blocks


def test_whoever_is_not_away_counts_as_there() -> None:
    away = of("lisi", "11-25/11-27")
    assert lacking(away, of("wangwu", "11-25", LeaveState.REJECTED)) is None
    assert lacking(away, replace(of("zhangsan", "11-25"), number=WISH.number)) is None
    assert lacking(away, of("stranger", "11-25")) is None
    nursing = Daily(d("11-01"), d("12-31"), 60, ShiftEdge.END)
    assert lacking(away, replace(of("wangwu", "11-01/12-31"), when=nursing)) is None
    assert lacking(away, of("wangwu", "11-25"), wish=replace(WISH, when=nursing)) is None


def test_who_is_of_another_team_lacks_nowhere() -> None:
    assert lacking(of("lisi", "11-25"), of("wangwu", "11-25"), wish=replace(WISH, user=UserId("other"))) is None


def test_who_else_is_off_then() -> None:
    others = [of("lisi", "11-27/11-30"), of("wangwu", "11-30"), of("zhangsan", "11-25")]
    assert [each.user for each in away_together(WISH, others)] == ["lisi"]
