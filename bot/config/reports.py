"""[moderation.reports]: how soon somebody begins with a report, and how long what it left behind is kept."""

from datetime import timedelta
from typing import Self

from pydantic import Field, model_validator

from bot.config.sections import Section
from bot.domain.moderation.reports.rules import ReportRules


class ReportsSection(Section):
    mild_hours: int = Field(default=24, ge=1, le=240)
    serious_hours: int = Field(default=2, ge=1, le=72)
    critical_minutes: int = Field(default=15, ge=5, le=240)
    undecided_days: int = Field(default=7, ge=1, le=60)
    unproven_days: int = Field(default=90, ge=1, le=3650)
    proven_days: int = Field(default=731, ge=1, le=3650)
    link_days: int = Field(default=30, ge=1, le=3650)

    @model_validator(mode="after")
    def _quicker_the_heavier(self) -> Self:
        if not self.critical_minutes <= self.serious_hours * 60 <= self.mild_hours * 60:
            raise ValueError(
                "越严重的要越快开始：critical_minutes 不超过 serious_hours，serious_hours 不超过 mild_hours"
            )
        return self

    def rules(self) -> ReportRules:
        return ReportRules(
            mild=timedelta(hours=self.mild_hours),
            serious=timedelta(hours=self.serious_hours),
            critical=timedelta(minutes=self.critical_minutes),
            undecided=timedelta(days=self.undecided_days),
            unproven=timedelta(days=self.unproven_days),
            proven=timedelta(days=self.proven_days),
            link=timedelta(days=self.link_days),
        )
