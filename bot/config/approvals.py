"""What the configuration says of approvals: how long people may take."""

from dataclasses import replace
from datetime import timedelta

from pydantic import Field, field_validator

from bot.config.sections import Section
from bot.domain.approvals.pace import HOUR, Pace
from bot.domain.rights import SIGNERS, Role


class ApprovalsSection(Section):
    """Hours and days of work, by the calendar; `lapses_after_days` are days as they come.

    `parameters`: the role whose holders let changes of the configuration pass that are asked for in chat (D18§4).
    """

    remind_after_hours: float = Field(default=4, ge=0.5, le=80)
    escalate_after_days: float = Field(default=1, ge=0.5, le=30)
    lapses_after_days: int = Field(default=7, ge=1, le=90)
    parameters: Role = Role.EXECUTIVE

    @field_validator("parameters")
    @classmethod
    def _a_leader(cls, role: Role) -> Role:
        if role not in SIGNERS:
            raise ValueError(f"只能是 {'、'.join(sorted(SIGNERS))}")
        return role

    def pace(self, usual: Pace) -> Pace:
        """`usual` brings the calendar and the shift."""
        return replace(
            usual,
            remind_after=round(self.remind_after_hours * HOUR),
            escalate_after=round(self.escalate_after_days * usual.shift.minutes),
            lapses_after=timedelta(days=self.lapses_after_days),
        )
