from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.safety.hazards.hazard import HazardKind
from bot.domain.safety.inspections.checklist import Item
from bot.domain.safety.inspections.rounds import Round
from bot.identifiers import UserId
from bot.services.safety.inspections.figures import by_area

MONDAY = datetime.fromisoformat("2026-11-23T08:30:00+08:00")
EVENING = MONDAY.replace(hour=18, minute=0)
ITEMS = tuple(Item(f"{fault}？", fault, HazardKind.FIRE) for fault in "甲乙丙丁")
ROUND = Round("JC-1", "消防", ITEMS, "仓库", UserId("lisi"), MONDAY, EVENING, plan="JH-1", area="仓库")


def test_planned_and_done_in_time_and_how_much_was_wrong() -> None:
    in_time = ROUND.looked((0,), MONDAY).done((), (), MONDAY)
    late = ROUND.looked((), MONDAY).without((3,)).done((), (), EVENING + timedelta(hours=1))
    unplanned = replace(ROUND.looked((1, 2), MONDAY).done((), (), MONDAY), plan="", area="食堂")
    running = replace(ROUND, due=EVENING + timedelta(days=9))
    figures = by_area([in_time, late, ROUND.missed(), running, unplanned], EVENING + timedelta(days=1))
    assert [each.said for each in figures] == [
        "仓库：计划 3 次，按时做完 1 次；共查 2 次 7 项，不合格 1 项（14%）。",
        "食堂：共查 1 次 4 项，不合格 2 项（50%）。",
    ]
