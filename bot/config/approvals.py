"""What the configuration says of approvals: how long people may take, and who approves which type of group."""

from dataclasses import replace
from datetime import timedelta

from pydantic import Field, field_validator

from bot.config.sections import Section
from bot.domain.approvals.pace import HOUR, Pace
from bot.domain.groups.types import D7_TYPES, GroupType


class ApprovalsSection(Section):
    """Hours and days of work, by the calendar; `lapses_after_days` are days as they come.

    `group_approvers`: a type of group (E1…E6) -> the title of whoever approves it, where D7 is not followed.
    """

    remind_after_hours: float = Field(default=4, ge=0.5, le=80)
    escalate_after_days: float = Field(default=1, ge=0.5, le=30)
    lapses_after_days: int = Field(default=7, ge=1, le=90)
    group_approvers: dict[str, str] = Field(default_factory=dict)

    @field_validator("group_approvers")
    @classmethod
    def _known_types(cls, approvers: dict[str, str]) -> dict[str, str]:
        known = [each.key for each in D7_TYPES]
        for key, title in approvers.items():
            if key not in known:
                raise ValueError(f"没有 {key} 这类群，可以写 {'、'.join(known)}")
            if not title.strip():
                raise ValueError(f"{key} 的审批人要写职务，例如 总裁")
        return approvers

    def pace(self, usual: Pace) -> Pace:
        """`usual` brings the calendar and the shift."""
        return replace(
            usual,
            remind_after=round(self.remind_after_hours * HOUR),
            escalate_after=round(self.escalate_after_days * usual.shift.minutes),
            lapses_after=timedelta(days=self.lapses_after_days),
        )

    def group_types(self) -> tuple[GroupType, ...]:
        return tuple(replace(each, approver=self.group_approvers.get(each.key, each.approver)) for each in D7_TYPES)
