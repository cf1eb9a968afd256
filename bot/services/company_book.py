"""Keeps the company in memory, and reads it anew when its directory or its groups in the database have changed."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final, Protocol, TypeVar

import structlog

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.nicknames.rules import Moved
from bot.domain.people import Department, Person
from bot.identifiers import GroupId
from bot.services.people.role_watch import report
from bot.shapes.ports import Transact

log = structlog.get_logger()

T = TypeVar("T")
LARGE: Final = 5_000  # people; the indexes of fewer are built within the blink of an eye


class DirectoryRows(Protocol):
    async def version(self) -> int:
        """Another number whenever the directory was changed, by whichever process."""
        ...

    async def departments(self) -> tuple[Department, ...]: ...

    async def people(self) -> tuple[Person, ...]: ...

    async def moved(self) -> tuple[Moved, ...]: ...


class GroupRows(Protocol):
    writes: int

    async def versions(self) -> Mapping[GroupId, int]:
        """Of those in use; another number whenever one was changed, by whichever process."""
        ...

    async def read(self, groups: Collection[GroupId]) -> Sequence[Group]: ...


class PartRows(Protocol):
    """`writes`: how often something was written here by this process, whatever became of it."""

    writes: int

    async def version(self) -> int:
        """Another number whenever something was written, by whichever process; 0 where nothing ever was."""
        ...


class Part(Protocol):
    """Something else of the company that the database keeps."""

    @property
    def rows(self) -> PartRows: ...

    async def into(self, company: Company, since: int) -> Company:
        """The company with what was written since that version, 0 for everything."""
        ...


class Base(Protocol):
    """What the configuration says of the company, which may be changed in chat."""

    @property
    def rows(self) -> PartRows: ...

    async def read(self) -> Company | None:
        """As it is now; None: it can't be used, and all stays as it was."""
        ...


class CompanyBook:
    """`configured` carries what the configuration says: roles, aliases, the bot's name, the keys of webhooks; and the
    groups, until there are some in the database. `base`: where that is read anew; `parts`: what else the database says
    of the company."""

    def __init__(
        self,
        rows: DirectoryRows,
        groups: GroupRows,
        configured: Company,
        *,
        base: Base | None = None,
        parts: Sequence[Part] = (),
    ) -> None:
        self._rows = rows
        self._groups = groups
        self._base = base
        self._base_seen = 0
        self._parts = parts
        self._seen = [0] * len(parts)  # the version of each part that was last read
        self._webhooks = {group.id: group.webhook for group in configured.groups}
        self._company = configured
        self._version = 0  # of a directory that was never read
        self._versions: Mapping[GroupId, int] = {}  # of groups that were never read
        self._reading = asyncio.Lock()
        self._unread = False  # a change, since the database did not answer

    def company(self) -> Company:
        return self._company

    def following(self, transact: Transact) -> Transact:
        """The same; what was changed is known here before anybody is told of it."""

        async def then_read(work: Callable[[], Awaitable[T]]) -> T:
            changed = False

            async def counted() -> T:
                nonlocal changed
                before = self._writes()
                result = await work()
                changed = self._writes() != before
                return result

            result = await transact(counted)
            if changed or self._unread:
                await self._read_on()
            return result

        return then_read

    async def _read_on(self) -> None:
        """Never raises: what was committed stays committed, and whoever did it has still to announce what was said."""
        try:
            await self.refresh()
        except Exception:
            log.exception("company.not_read")
            self._unread = True
        else:
            self._unread = False

    async def refresh(self) -> bool:
        """Whether there was something new."""
        async with self._reading:
            version, versions = await self._rows.version(), await self._groups.versions()
            seen = [await part.rows.version() for part in self._parts]
            based = await self._base.rows.version() if self._base else 0
            if (version, versions, seen, based) == (self._version, self._versions, self._seen, self._base_seen):
                return False
            after, last_seen = self._company, self._seen
            if self._base and based != self._base_seen and (configured := await self._base.read()):
                after, last_seen = _moved_onto(configured, after), [0] * len(seen)
            if version != self._version:
                after = await self._with_directory(after)
            if versions != self._versions:
                after = after.with_groups(await self._read(versions))
            for part, now, before in zip(self._parts, seen, last_seen, strict=True):
                after = await part.into(after, before) if now != before else after
            if len(after.people) >= LARGE and (version != self._version or based != self._base_seen):
                await asyncio.to_thread(after.prepare)
            report(self._company, after)
            self._company, self._version, self._versions, self._seen = after, version, versions, seen
            self._base_seen = based
            return True

    def _writes(self) -> int:
        base = self._base.rows.writes if self._base else 0
        return self._groups.writes + base + sum(part.rows.writes for part in self._parts)

    async def _with_directory(self, company: Company) -> Company:
        return replace(
            company,
            departments=await self._rows.departments(),
            people=await self._rows.people(),
            moved=await self._rows.moved(),
        )

    async def _read(self, versions: Mapping[GroupId, int]) -> Sequence[Group]:
        """Those that are as they were are not read again."""
        before, known = self._versions, self._company.group
        same = {id_: group for id_ in versions if versions[id_] == before.get(id_) and (group := known(id_))}
        new = await self._groups.read([group for group in versions if group not in same])
        found = same | {group.id: replace(group, webhook=self._webhooks.get(group.id)) for group in new}
        return [found[group] for group in versions if group in found]


def _moved_onto(configured: Company, company: Company) -> Company:
    """The same people and groups under another configuration; the other parts are read anew."""
    return replace(
        configured,
        people=company.people,
        departments=company.departments,
        moved=company.moved,
        groups=company.groups,
    )
