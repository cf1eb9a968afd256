"""What somebody reads of a hazard that wants him: a line for who has to do it, another for who stands above."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.domain.safety.hazards.deadlines import Due
from bot.domain.safety.hazards.hazard import Hazard, HazardFacts, HazardKind, HazardState, Plan
from bot.domain.safety.hazards.reminders import To
from bot.files.company import load
from bot.identifiers import UserId
from bot.services.safety.hazards.reminder_words import sentence, short
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
NOW = datetime.fromisoformat("2026-11-30T09:00:00+08:00")
REPORTED = Hazard(
    "YH-1", HazardFacts("3号车间", "门坏了", HazardKind.FIRE), datetime.fromisoformat("2026-11-23T10:00+08:00")
)
FIXING = replace(REPORTED, state=HazardState.FIXING, plan=Plan(UserId("wangqiang"), due=date(2026, 11, 25)))


@pytest.mark.parametrize(
    ("hazard", "due", "to", "said", "brief"),
    [
        (REPORTED, Due.ASSIGN, To.DO, "登记半小时了，还没有派单。请先核实分级。", "还没核实"),
        (
            REPORTED,
            Due.ASSIGN_LATE,
            To.STAND_IN,
            "登记一小时了，还没有派单。请联系陈安，或到现场先看一看。",
            "还没核实，请催安全管理员",
        ),
        (
            REPORTED,
            Due.UNASSIGNED,
            To.TOP,
            "11月23日(周一)登记的，到今天还没有派单。请督促安全管理员。",
            "还没核实，请催安全管理员",
        ),
        (
            FIXING,
            Due.OVERDUE,
            To.ABOVE,
            "期限11月25日(周三)，已经超期 3 个工作日，责任人是王强。请督促，有困难帮忙协调。",
            "超期 3 个工作日，王强",
        ),
        (FIXING, Due.OVERDUE, To.GIVE, "责任人已经不在公司，请改派。", "责任人不在了，要改派"),
        (FIXING, Due.VERIFY, To.DO, "整改已经做完，还在等验收。", "等你验收"),
    ],
)
def test_what_is_said(hazard: Hazard, due: Due, to: To, said: str, brief: str) -> None:
    assert sentence(hazard, due, to, COMPANY, NOW) == said
    assert short(hazard, due, to, COMPANY, NOW) == brief
