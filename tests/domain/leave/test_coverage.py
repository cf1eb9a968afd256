"""How many of a team must be there."""

from dataclasses import replace

import pytest

from bot.domain.calendar.shift import read_shift
from bot.domain.calendar.span import Half
from bot.domain.leave.counting.recurring import Daily, ShiftEdge
from bot.domain.leave.requests.coverage import (
    CoverageRule,
    Mode,
    Off,
    Shortfall,
    Team,
    days_of_work,
    off_together,
    shortfall,
)
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.working_time.schedule import Schedule
from bot.identifiers import UserId
from tests.domain.calendar.days import d
from tests.domain.leave.requests import NOW, OFFICE, TYPES, ask

TEAM = {UserId(user): OFFICE for user in ("zhangsan", "lisi", "wangwu", "zhaoliu")}
NIGHTS = Schedule(shift=read_shift("22:00-06:00", rostered=True))
RULE = CoverageRule("生产部", 2)
WISH = ask("11-25/11-27")


def of(user: str, text: str, state: LeaveState = LeaveState.APPROVED, *, on: Schedule = OFFICE) -> LeaveRequest:
    return replace(ask(text, number=f"QJ-{user}", state=state, on=on), user=UserId(user))


def lacking(
    *others: LeaveRequest, wish: LeaveRequest = WISH, rule: CoverageRule = RULE, team: Team = TEAM
) -> Shortfall | None:
    return shortfall(wish, TYPES[wish.type], rule, team, others)


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


def test_who_works_at_night_is_of_the_day_on_which_it_begins() -> None:
    """His night of the 25th ends on the 26th, by the clock no day worker is missed then."""
    team = {**TEAM, UserId("wangwu"): NIGHTS, UserId("zhaoliu"): NIGHTS}
    nights = [of(user, "11-25", on=NIGHTS) for user in ("wangwu", "zhaoliu")]
    found = lacking(*nights, wish=ask("11-25"), team=team)
    assert found
    assert (found.on, found.present) == (d("11-25"), 1)
    assert lacking(*nights, wish=ask("11-26"), team=team) is None
    own = of("wangwu", "11-25", on=NIGHTS)
    assert lacking(of("lisi", "11-25"), of("zhangsan", "11-25"), wish=own, team=team) == found


def test_who_does_not_work_that_day_is_not_there() -> None:
    at_home = Schedule(roster={d("11-25"): None})
    team = {**TEAM, UserId("wangwu"): at_home, UserId("zhaoliu"): at_home}
    found = lacking(wish=ask("11-25"), team=team)
    assert found
    assert found.present == 1
    assert lacking(wish=ask("11-26"), team=team) is None


def test_too_few_by_the_roster_are_in_nobodys_way() -> None:
    """Else whoever works alone on a Saturday could never be off."""
    rule = replace(RULE, mode=Mode.BLOCK)
    alone = {**TEAM, **{UserId(user): Schedule(roster={d("11-25"): None}) for user in ("lisi", "wangwu", "zhaoliu")}}
    found = lacking(wish=ask("11-25"), rule=rule, team=alone)
    assert found
    assert not found.blocks


def test_who_else_is_off_then() -> None:
    others = [
        of("lisi", "11-27/11-30"),
        of("wangwu", "11-30"),
        of("zhangsan", "11-25"),
        of("zhaoliu", "11-25/11-26", LeaveState.PENDING),
    ]
    assert off_together(WISH, TEAM, others) == (
        Off(UserId("zhaoliu"), (d("11-25"), d("11-26")), pending=True),
        Off(UserId("lisi"), (d("11-27"),), pending=False),
    )
    assert off_together(WISH, {}, others) == ()


def test_the_days_of_work_that_it_touches() -> None:
    assert days_of_work(ask("11-27/11-30AM"), OFFICE) == (d("11-27"), d("11-30"))
