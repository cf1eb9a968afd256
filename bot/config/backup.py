"""Backups: by which key they are closed, where they lie, when they are taken and how long they are kept."""

from pathlib import Path

from pydantic import Field

from bot.config.keys import Keys, keys_of
from bot.config.sections import Section
from bot.domain.upkeep.backups import BackupRules


class BackupSection(Section):
    """`secret`: keys of 32 bytes in base64, one a line. The first one closes, all open: a new one goes first.

    `folder`: without one they lie in `backups` beside a SQLite database, and a PostgreSQL has none of the bot's.
    `copy_to`: a second folder, of another machine best. For the rest see BackupRules.
    """

    secret: Keys | None = None
    folder: Path | None = None
    copy_to: Path | None = None
    nightly: bool = True
    at: int = Field(default=2, ge=0, le=23)
    rehearse: bool = True
    days: int = Field(default=7, ge=1, le=60)
    weeks: int = Field(default=5, ge=0, le=60)

    def rules(self) -> BackupRules:
        return BackupRules(self.nightly, self.at, self.rehearse, self.days, self.weeks)

    @property
    def keys(self) -> tuple[bytes, ...]:
        return keys_of(self.secret)
