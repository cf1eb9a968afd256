"""What the configuration says of how many must be there."""

import pytest
from pydantic import ValidationError

from bot.config.coverage import CoverageSection
from bot.config.leave import LeaveSection
from bot.domain.leave.requests.coverage import CoverageRule, Mode


def test_rules_of_teams() -> None:
    section = LeaveSection.model_validate(
        {"coverage": [{"team": "生产部", "at_least": 4, "mode": "block"}, {"team": "客服部", "at_least": 1}]}
    )
    assert section.rules().coverage == (CoverageRule("生产部", 4, Mode.BLOCK), CoverageRule("客服部", 1, Mode.WARN))


@pytest.mark.parametrize("wrong", [{"at_least": 0}, {"team": ""}, {"mode": "maybe"}])
def test_what_is_none(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        CoverageSection.model_validate({"team": "生产部", "at_least": 2} | wrong)
