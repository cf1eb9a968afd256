"""What a company decides about announcements, read from its configuration."""

from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.config import loading
from bot.config.notices import NoticesSection
from bot.domain.calendar.quiet_hours import QuietHours
from bot.domain.company import Company
from bot.domain.notices.rules import NoticeRules
from bot.errors import ConfigError
from tests.config.test_settings import MINIMAL

SECTION = """
[notices]
quiet_from = "20:00"
quiet_to = "07:30"
usual_time = "08:00"
leader = "总裁"
co_reviewer = "pub_supervisor"
as_company = ["E3"]
outside = []
hosts = ["OA.example.com"]
always_preview = true
most_bytes = 1500
lasts_days = 7
collect_on = "thu"
"""


def company(tmp_path: Path, text: str) -> Company:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file).configured_company()


def rules(tmp_path: Path, text: str) -> NoticeRules:
    return company(tmp_path, text).notices


def test_it_reaches_the_rules(tmp_path: Path) -> None:
    assert rules(tmp_path, SECTION) == NoticeRules(
        usual_time=time(8),
        leader="总裁",
        co_reviewer="pub_supervisor",
        as_company=frozenset({"E3"}),
        outside=frozenset(),
        hosts=("oa.example.com",),
        always_preview=True,
        most_bytes=1500,
        lasts=timedelta(days=7),
        collect_on=3,
    )


def test_quiet_hours_are_those_of_the_calendar(tmp_path: Path) -> None:
    assert company(tmp_path, SECTION).pace.calendar.quiet == QuietHours(time(20), time(7, 30))
    assert company(tmp_path, "").pace.calendar.quiet == NoticesSection().quiet() == QuietHours()


def test_what_is_not_said_is_as_it_is_built_in(tmp_path: Path) -> None:
    assert rules(tmp_path, "") == NoticesSection().rules() == NoticeRules()


@pytest.mark.parametrize(
    "line",
    ['quiet_to = "13:00"', 'quiet_from = "09:00"', 'co_reviewer = "nobody"', 'hosts = ["a b"]', "most_bytes = 4000"],
)
def test_what_can_not_be(tmp_path: Path, line: str) -> None:
    with pytest.raises(ConfigError):
        rules(tmp_path, f"[notices]\n{line}\n")
