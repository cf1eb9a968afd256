"""What the configuration says of nicknames in groups: where D7§7 leaves something open, the company decides."""

from datetime import timedelta
from typing import Literal

from pydantic import Field, field_validator

from bot.config.sections import Section
from bot.domain.nicknames.rules import EXECUTIVES, REMIND_AFTER, NicknameRules
from bot.identifiers import user_id


class NicknamesSection(Section):
    """`seconded`: userid -> the department that somebody works in now. Days are calendar days."""

    executives: list[str] = Field(default=list(EXECUTIVES))
    banned_words: list[str] = Field(default_factory=list)
    seconded: dict[str, str] = Field(default_factory=dict)
    any_department: bool = False
    grace_days: int = Field(default=7, ge=0, le=60)
    remind_after_days: list[int] = Field(default=list(REMIND_AFTER))
    patrol_day: Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"] = "mon"

    @field_validator("remind_after_days")
    @classmethod
    def _one_after_the_other(cls, days: list[int]) -> list[int]:
        if any(day < 1 for day in days) or days != sorted(set(days)):
            raise ValueError("天数要从小到大，最小是 1，例如 [1, 3, 7]")
        return days

    def rules(self) -> NicknameRules:
        return NicknameRules(
            executives=tuple(self.executives),
            banned=tuple(self.banned_words),
            hosts={user_id(user): department for user, department in self.seconded.items()},
            any_department=self.any_department,
            grace=timedelta(days=self.grace_days),
            remind_after=tuple(self.remind_after_days),
            patrol_day=self.patrol_day,
        )
