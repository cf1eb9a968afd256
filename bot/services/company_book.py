"""Keeps the company in memory, and reads it anew when the directory in the database has changed."""

import asyncio
from dataclasses import replace
from typing import Final, Protocol

from bot.domain.company import Company
from bot.domain.nicknames.rules import Moved
from bot.domain.people import Department, Person
from bot.services.role_watch import report

LARGE: Final = 5_000  # people; the indexes of fewer are built within the blink of an eye


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
        self._reading = asyncio.Lock()

    def company(self) -> Company:
        return self._company

    async def refresh(self) -> bool:
        """Whether there was something new."""
        async with self._reading:
            version = await self._rows.version()
            if version == self._version:
                return False
            after = replace(
                self._company,
                departments=await self._rows.departments(),
                people=await self._rows.people(),
                moved=await self._rows.moved(),
            )
            if len(after.people) >= LARGE:
                await asyncio.to_thread(_prepare, after)
            report(self._company, after)
            self._company, self._version = after, version
            return True


def _prepare(company: Company) -> None:
    """What would be built with the first question: of a hundred thousand people that takes seconds, in which nobody
    is to wait for his answer."""
    company.finder.people.prepare()
    company.register.prepare()
    len(company.grants)
