"""Keeps the company in memory, and reads it anew when its directory or its groups in the database have changed."""

import asyncio
from dataclasses import replace
from typing import Final, Protocol

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.nicknames.rules import Moved
from bot.domain.people import Department, Person
from bot.services.people.role_watch import report

LARGE: Final = 5_000  # people; the indexes of fewer are built within the blink of an eye


class DirectoryRows(Protocol):
    async def version(self) -> int:
        """Another number whenever the directory was changed, by whichever process."""
        ...

    async def departments(self) -> tuple[Department, ...]: ...

    async def people(self) -> tuple[Person, ...]: ...

    async def moved(self) -> tuple[Moved, ...]: ...


class FoundedRows(Protocol):
    """Groups that came into being by a request, beside those that the configuration names."""

    async def made(self) -> int:
        """How many there are."""
        ...

    async def groups(self) -> tuple[Group, ...]: ...


class CompanyBook:
    """`configured` carries what the configuration says: groups, roles, aliases, the bot's name."""

    def __init__(self, rows: DirectoryRows, configured: Company, founded: FoundedRows | None = None) -> None:
        self._rows = rows
        self._founded = founded
        self._configured = configured.groups
        self._company = configured
        self._version = 0  # of a directory that was never read
        self._made = 0
        self._reading = asyncio.Lock()

    def company(self) -> Company:
        return self._company

    async def refresh(self) -> bool:
        """Whether there was something new."""
        async with self._reading:
            version = await self._rows.version()
            made = await self._founded.made() if self._founded else 0
            if (version, made) == (self._version, self._made):
                return False
            after = self._company
            if version != self._version:
                after = await self._with_directory(after)
            if self._founded and made != self._made:
                after = replace(after, groups=(*self._configured, *await self._founded.groups()))
            if len(after.people) >= LARGE:
                await asyncio.to_thread(_prepare, after)
            report(self._company, after)
            self._company, self._version, self._made = after, version, made
            return True

    async def _with_directory(self, company: Company) -> Company:
        return replace(
            company,
            departments=await self._rows.departments(),
            people=await self._rows.people(),
            moved=await self._rows.moved(),
        )


def _prepare(company: Company) -> None:
    """What would be built with the first question: of a hundred thousand people that takes seconds, in which nobody
    is to wait for his answer."""
    company.finder.people.prepare()
    company.register.prepare()
    len(company.grants)
