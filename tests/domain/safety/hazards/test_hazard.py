from datetime import UTC, date, datetime

from bot.domain.safety.hazards.hazard import Hazard, HazardFacts, HazardKind, HazardState, Plan
from bot.identifiers import UserId

WANGQIANG = UserId("wangqiang")
TODAY = date(2026, 11, 27)


def hazard(**said: object) -> Hazard:
    facts = HazardFacts("3号车间", "配电箱门坏了", HazardKind.ELECTRIC)
    return Hazard("YH-20261122-001", facts, datetime(2026, 11, 22, 10, tzinfo=UTC), **said)  # type: ignore[arg-type]


def test_what_is_missing_of_the_five_is_named_in_their_order() -> None:
    assert Plan().missing == ("责任人", "措施", "资金", "时限", "预案")
    assert Plan(WANGQIANG, "换门", due=TODAY).missing == ("资金", "预案")


def test_what_is_said_later_fills_and_replaces_what_was_said_before() -> None:
    plan = Plan(WANGQIANG, "换门").filled(Plan(measure="换箱", money="200 元"))
    assert plan == Plan(WANGQIANG, "换箱", "200 元")


def test_it_is_overdue_the_day_after_as_long_as_it_is_open() -> None:
    late = hazard(plan=Plan(WANGQIANG, due=date(2026, 11, 26)))
    assert late.is_overdue(TODAY)
    assert not hazard(plan=Plan(WANGQIANG, due=TODAY)).is_overdue(TODAY)
    assert not hazard(plan=Plan(WANGQIANG, due=date(2026, 11, 26)), state=HazardState.CLOSED).is_overdue(TODAY)
    assert not hazard().is_overdue(TODAY)


def test_neither_the_owner_nor_who_fixed_it_verifies_it() -> None:
    assert hazard(plan=Plan(WANGQIANG), fixer=UserId("lisi")).fixers == {"wangqiang", "lisi"}
