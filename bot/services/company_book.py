"""Keeps the company in memory, and reads it anew when the directory in the database has changed."""

from dataclasses import replace
from typing import Protocol

from bot.domain.company import Company
from bot.domain.nicknames.rules import Moved
from bot.domain.people import Department, Person
from bot.services.role_watch import report


class DirectoryRows(Protocol):
    async def version(self) -> int:
        """Another number whenever the directory was changed, by whichever process."""
        ...

    async def departments(self) -> tuple[Department, ...]: ...

    async def people(self) -> tuple[Person, ...]: ...

    async def moved(self) -> tuple[Moved, ...]: ...


class CompanyBook:
    """`configured` carries what the configuration says: groups, roles, aliases, the bot's name."""

    def __init__(self, rows: DirectoryRows, configured: Company) -> None:
        self._rows = rows
        self._company = configured
        self._version = 0  # of a directory that was never read

    def company(self) -> Company:
        return self._company

    async def refresh(self) -> bool:
        """Whether there was something new."""
        version = await self._rows.version()
        if version == self._version:
            return False
        before = self._company
        self._company = replace(
            self._company,
            departments=await self._rows.departments(),
            people=await self._rows.people(),
            moved=await self._rows.moved(),
        )
        self._version = version
        report(before, self._company)
        return True
