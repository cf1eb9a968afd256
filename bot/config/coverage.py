"""What the configuration says of how many of a team must be there."""

from enum import StrEnum

from pydantic import Field

from bot.config.sections import Section
from bot.domain.leave.requests.coverage import CoverageRule, Mode


class Written(StrEnum):
    """As it is written in the configuration."""

    WARN = "warn"
    BLOCK = "block"


class CoverageSection(Section):
    """`team`: a department's name; it and those below count together. `at_least`: so many are there on a day of work.
    `mode`: whether who decides is warned, or can't agree."""

    team: str = Field(min_length=1)
    at_least: int = Field(ge=1)
    mode: Written = Written.WARN

    def rule(self) -> CoverageRule:
        return CoverageRule(self.team, self.at_least, Mode.BLOCK if self.mode is Written.BLOCK else Mode.WARN)
