"""What the configuration tells of the company, read anew when it was changed in chat, in whichever process."""

from dataclasses import dataclass
from typing import Protocol

import structlog

from bot.domain.company import Company
from bot.domain.upkeep.configuration import Overlay
from bot.errors import ConfigError
from bot.services.company_book import PartRows

log = structlog.get_logger()


class SettingRows(PartRows, Protocol):
    async def overlay(self) -> Overlay: ...


@dataclass(slots=True)
class SettingsBook:
    """`bot.services.company_book.Base`. `company`: without what the database says of it."""

    rows: SettingRows
    company: Company

    async def read(self) -> Company | None:
        """None where it doesn't go with this process's file, which then works on as it did."""
        try:
            after = self.company.configuration.changed(await self.rows.overlay())
        except ConfigError as error:
            log.error("settings.unfit", problems=len(error.problems))
            return None
        self.company = after.company()
        return self.company
