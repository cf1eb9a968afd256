"""The section [approvals]: what it says takes effect, what makes no sense is refused."""

from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.config import loading
from bot.config.approvals import ApprovalsSection
from bot.domain.approvals.pace import Pace
from tests.config.test_settings import MINIMAL


def test_nothing_said_is_the_usual() -> None:
    assert ApprovalsSection().pace(Pace()) == Pace()


def test_what_is_said_counts() -> None:
    section = ApprovalsSection(remind_after_hours=1.5, escalate_after_days=2, lapses_after_days=3)
    pace = section.pace(Pace())
    assert (pace.remind_after, pace.escalate_after, pace.lapses_after) == (90, 960, timedelta(days=3))


def test_it_reaches_the_company(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f"{MINIMAL}\n[approvals]\nremind_after_hours = 2\n", encoding="utf-8")
    assert loading.load(file).configured_company().pace.remind_after == 120


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"remind_after_hours": 0}, "remind_after_hours"),
        ({"lapses_after_days": 400}, "lapses_after_days"),
        ({"remind": 4}, "remind"),
    ],
)
def test_what_makes_no_sense(wrong: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        ApprovalsSection.model_validate(wrong)
