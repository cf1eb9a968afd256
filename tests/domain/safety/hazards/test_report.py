"""The report of a major hazard: its parts are read in any order, and what is missing is marked."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.safety.hazards.hazard import Grade, Hazard, HazardFacts, HazardKind, Plan
from bot.domain.safety.hazards.report import OPEN_POINT, Part, draft, read_parts

FACTS = HazardFacts("3号车间", "配电箱门坏了", HazardKind.ELECTRIC)
IT = Hazard("YH-1", FACTS, datetime(2026, 11, 23, tzinfo=UTC), grade=Grade.MAJOR, grounds=("需要停产",))


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("原因：门轴断了", {Part.STATE: "门轴断了"}),
        ("方案:换箱 原因:老化", {Part.PLAN: "换箱", Part.STATE: "老化"}),
        ("现状及原因：箱门脱落。危害：可能触电，治理方案：整箱更换", {
            Part.STATE: "箱门脱落", Part.HARM: "可能触电", Part.PLAN: "整箱更换"}),
        ("原因：", {}),
        ("门轴断了", {}),
    ],
)  # fmt: skip
def test_parts_are_read(said: str, parts: dict[Part, str]) -> None:
    assert read_parts(said) == parts


def test_what_is_missing_is_marked() -> None:
    assert draft(IT, "生产部", "", {}, "").count(OPEN_POINT) == 9


def test_what_is_known_stands_in_it() -> None:
    plan = Plan(measure="换箱", money="两万", due=date(2026, 12, 1), contingency="断电")
    whole = draft(
        Hazard("YH-1", FACTS, IT.reported_at, plan=plan),
        "生产部",
        "王强",
        {part: f"{part}的话" for part in Part},
        "停产撤人",
    )
    assert OPEN_POINT not in whole
    assert "时限：2026年12月1日(周二)" in whole
    assert "停产决定：停产撤人" in whole
