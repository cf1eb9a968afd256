"""What a company says of inspections and drills, read from its configuration."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.config import loading
from bot.domain.notices.on_holiday import OnHoliday
from bot.domain.safety.drills.rhythm import DrillRules
from bot.domain.safety.inspections.rounds import InspectionPlan
from bot.domain.safety.inspections.rules import InspectionRules
from bot.domain.safety.rules import SafetyRules
from bot.errors import ConfigError
from bot.identifiers import UserId
from tests.config.test_settings import MINIMAL

PLAN = """
    [[safety.inspections.plans]]
    every = "每周一8:30"
    place = "仓库"
    checklist = "消防"
    inspector = "lisi"
    on_holiday = "skip"
"""


def rules(tmp_path: Path, text: str) -> SafetyRules:
    path = tmp_path / "config.toml"
    path.write_text(f"{MINIMAL}\n{text}", encoding="utf-8")
    return loading.load(path).configured_company().safety


def test_nothing_said_is_the_default(tmp_path: Path) -> None:
    found = rules(tmp_path, "")
    assert found.inspections == InspectionRules()
    assert found.drills == DrillRules()


def test_what_is_said(tmp_path: Path) -> None:
    own = tmp_path / "checks.toml"
    own.write_text('[[lists]]\nname = "食堂"\nitems = [["干净吗？", "不干净"]]', encoding="utf-8")
    text = f"[safety.inspections]\nlists = '{own}'\n{PLAN}[safety.drills]\nhalf_yearly = true\nahead_days = 45"
    found = rules(tmp_path, text)
    assert "食堂" in found.inspections.lists
    assert found.inspections.plans == (
        InspectionPlan("仓库/消防", "消防", "仓库", UserId("lisi"), "WEEKLY;MO;08:30", OnHoliday.SKIP),
    )
    assert found.drills == DrillRules(half_yearly=True, ahead=timedelta(days=45))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PLAN.replace("每周一8:30", "有空的时候"), "没看懂"),
        (PLAN.replace("消防", "卫生"), "没有「卫生」这张检查表"),
        (PLAN + PLAN, "写了两遍"),
        ("[safety.inspections]\nlists = 'nowhere.toml'", "nowhere.toml"),
        ("[safety.drills]\nahead_days = 1", "ahead_days"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        rules(tmp_path, text)
