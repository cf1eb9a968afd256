from datetime import date

import pytest

from bot.domain.safety.contingency.plan import Contingency, PlanState, fitting, titled_like
from bot.domain.safety.drills.drill import DrillKind
from bot.identifiers import UserId


def plan(number: int, title: str, kind: DrillKind = DrillKind.SPECIAL) -> Contingency:
    return Contingency(f"YA-20261122-00{number}", kind, title, "先撤人", UserId("chenan"), date(2026, 11, 22))


FIRE = plan(1, "消防疏散")
SHOCK = plan(2, "触电", DrillKind.ON_SITE)
WHOLE = plan(3, "生产安全事故综合", DrillKind.FULL)
FIRE_3 = plan(4, "3号车间消防", DrillKind.ON_SITE)
ALL = (FIRE, SHOCK, WHOLE, FIRE_3)


@pytest.mark.parametrize(
    ("topic", "kind", "found"),
    [
        ("消防演练", DrillKind.SPECIAL, FIRE),
        ("火灾疏散", DrillKind.SPECIAL, FIRE),
        ("3号车间消防", DrillKind.ON_SITE, FIRE_3),
        ("触电现场处置", DrillKind.ON_SITE, SHOCK),
        ("全厂综合演练", DrillKind.FULL, WHOLE),
        ("有限空间", DrillKind.SPECIAL, None),
        ("应急演练", DrillKind.SPECIAL, None),
    ],
)
def test_which_plan_a_drill_practises(topic: str, kind: DrillKind, found: Contingency | None) -> None:
    assert fitting(topic, kind, ALL) == found


def test_the_same_title_is_a_new_edition() -> None:
    assert titled_like("触电", ALL) is SHOCK
    assert titled_like("触", ALL) is None


def test_what_it_is_called() -> None:
    assert FIRE.called == "专项预案「消防疏散」"
    assert SHOCK.called == "现场处置方案「触电」"
    moved = FIRE.moved_to(PlanState.VALID)
    assert (moved.state, moved.version) == (PlanState.VALID, 2)
