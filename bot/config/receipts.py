"""What the configuration says of how announcements reach many people, and how they are confirmed."""

from datetime import time, timedelta
from typing import Annotated

from pydantic import Field

from bot.config.sections import Section
from bot.domain.notices.posting import ReceiptRules


class ReceiptsSection(Section):
    """`remind_after_days`: working days; `pause_hours`: between two reminders by hand."""

    batch: int = Field(default=1000, ge=1, le=1000)
    step: int = Field(default=5000, ge=1, le=5000)
    remind_after_days: tuple[Annotated[int, Field(ge=1, le=30)], ...] = Field(default=(1, 3), max_length=5)
    remind_at: time = time(9, 30)
    pause_hours: int = Field(default=4, ge=4, le=168)
    private_cards: bool = True
    accounts: int = Field(default=0, ge=0)

    def rules(self) -> ReceiptRules:
        return ReceiptRules(
            batch=self.batch,
            step=self.step,
            remind_after=tuple(sorted(set(self.remind_after_days))),
            remind_at=self.remind_at,
            pause=timedelta(hours=self.pause_hours),
            private_cards=self.private_cards,
            accounts=self.accounts,
        )
