from dataclasses import replace
from datetime import date, datetime

from bot.domain.safety.drills.drill import Drill, DrillKind, DrillState
from bot.domain.safety.drills.rhythm import DrillRules, held, planned, wanted
from bot.identifiers import UserId

TODAY = date(2026, 11, 22)
STARTS = datetime.fromisoformat("2026-03-10T14:00:00+08:00")
DRILL = Drill(
    "YL-20260301-001", DrillKind.SPECIAL, "消防", "", STARTS, UserId("chenan"), ("all",), state=DrillState.DONE
)


def test_others_practise_their_plans_once_a_year_and_on_site_each_half_year() -> None:
    plan, site = wanted(DrillRules(), TODAY)
    assert (plan.said, plan.last) == ("2026年的综合或专项演练", date(2026, 12, 31))
    assert (site.said, site.first) == ("2026年下半年的现场处置演练", date(2026, 7, 1))
    assert held(plan, [DRILL]) == DRILL
    assert held(site, [DRILL]) is None
    assert held(site, [replace(DRILL, kind=DrillKind.ON_SITE)]) is None


def test_dangerous_trades_practise_each_half_year() -> None:
    plan, _ = wanted(DrillRules(half_yearly=True), TODAY)
    assert plan.said == "2026年下半年的综合或专项演练"
    assert held(plan, [DRILL]) is None
    first, _ = wanted(DrillRules(half_yearly=True), date(2026, 6, 30))
    assert (first.said, first.last) == ("2026年上半年的综合或专项演练", date(2026, 6, 30))
    assert held(first, [DRILL]) == DRILL


def test_only_what_was_judged_was_held() -> None:
    plan, _ = wanted(DrillRules(), TODAY)
    told = replace(DRILL, state=DrillState.PLANNED)
    assert held(plan, [told]) is None
    assert planned(plan, [told]) == told
    assert planned(plan, [replace(DRILL, state=DrillState.CALLED_OFF)]) is None
