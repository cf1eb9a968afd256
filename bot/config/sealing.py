"""The key by which reasons and papers are kept sealed, and how long they and all records are."""

from datetime import timedelta

from pydantic import Field

from bot.config.keys import Keys, keys_of
from bot.config.sections import Section
from bot.domain.retention import Retention


class PrivacySection(Section):
    """`secret`: keys of 32 bytes in base64, one a line. The first one seals, all open: a new key goes before the old.

    Without it one is made and kept, beside a SQLite database or in a PostgreSQL. For the others see Retention.
    """

    secret: Keys | None = None
    unused_papers_days: int = Field(default=30, ge=1)
    records_years: int = Field(default=2, ge=2, le=20)
    hazards_years: int = Field(default=3, ge=1, le=50)
    trainings_years: int = Field(default=3, ge=1, le=50)
    sanctions_years: int = Field(default=2, ge=1, le=20)
    unproven_days: int = Field(default=90, ge=1, le=730)
    held: list[str] = Field(default_factory=list)

    def retention(self) -> Retention:
        return Retention(
            timedelta(days=self.unused_papers_days),
            self.records_years,
            self.hazards_years,
            self.trainings_years,
            frozenset(each.strip() for each in self.held if each.strip()),
            self.sanctions_years,
            timedelta(days=self.unproven_days),
        )

    @property
    def keys(self) -> tuple[bytes, ...]:
        return keys_of(self.secret)
