"""Questions about the database's own health and about what lies in it, for the doctor. Nothing is changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from tortoise import Tortoise
from tortoise.backends.base.config_generator import expand_db_url
from tortoise.exceptions import BaseORMException

from bot.domain.audit.lost import WRITTEN_OFF
from bot.domain.calendar.own_days import OwnDay
from bot.domain.calendar.year_table import YearTable
from bot.domain.people import Department, Person
from bot.domain.upkeep.backups import Backup
from bot.domain.upkeep.configuration import Overlay
from bot.domain.upkeep.workings import Depth
from bot.storage.audit.chain import BEGUN, Pages
from bot.storage.audit.guards import GUARDS, WHOLE
from bot.storage.backups.table import BackupTable
from bot.storage.engine.database import Database
from bot.storage.engine.depths import DepthTable
from bot.storage.engine.members import Timing
from bot.storage.leave.calendar import CalendarTable
from bot.storage.leave.leave import about_reason
from bot.storage.people.directory import DirectoryTable
from bot.storage.privacy.sealing import Seal, UnopenableError
from bot.storage.privacy.shared_key import kept_keys
from bot.storage.upkeep.settings import SettingTable

RECENT = 20_000  # messages that are looked through
_HELD = (
    "SELECT 1 AS one FROM lease JOIN process ON process.id = lease.holder WHERE lease.name = ?1"
    " AND process.seen_at > (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint - ?2::bigint"
)


class _TakeBackError(Exception):
    """Ends a transaction without effect."""


def sqlite_path(url: str) -> Path | None:
    """The file of a SQLite url; None for PostgreSQL and for a database in memory."""
    settings = expand_db_url(url)
    file = settings["credentials"].get("file_path") if settings["engine"].endswith("sqlite") else None
    if not file or file == ":memory:":
        return None
    return Path("/" + file.lstrip("/") if file.startswith("/") else file)


class Diagnosis:
    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def postgres(self) -> bool:
        return self._database.postgres

    async def missing(self) -> tuple[list[str], list[str]]:
        """Tables that are not there at all, and `table.column`s that are missing in tables that are."""
        tables, columns = list[str](), list[str]()
        for table, names in _schema().items():
            if not await self._readable(table, "1"):
                tables.append(table)
                continue
            columns += [f"{table}.{name}" for name in names if not await self._readable(table, f'"{table}"."{name}"')]
        return tables, columns

    async def may_create(self) -> bool:
        """Whether this user may make tables; on SQLite, where the file may be written. Raises as the driver."""
        if not self.postgres:
            return True
        rows = await self._database.fetch("SELECT has_schema_privilege(current_schema(), 'CREATE') AS may")
        return bool(rows[0]["may"])

    async def reached(self) -> None:
        """Raises what the driver raises."""
        await self._database.fetch("SELECT 1 AS one")

    async def written(self) -> None:
        """Take the right to write, and give it back. Raises what the driver raises."""

        async def work() -> None:
            await self._database.execute("UPDATE job SET name = name WHERE 1 = 0")
            raise _TakeBackError

        try:
            await self._database.transact(work)
        except _TakeBackError:
            return

    async def held(self, lease: str) -> bool:
        """Whether a process that lives has it; never on SQLite, where there is one process. Raises as the driver."""
        if not self.postgres:
            return False
        return bool(await self._database.fetch(_HELD, lease, int(Timing().lease * 1000)))

    async def depths(self) -> list[Depth]:
        """What is not finished in the two queues."""
        return await DepthTable(self._database).all()

    async def directory(self) -> tuple[Sequence[Department], Sequence[Person]]:
        table = DirectoryTable()
        return await table.departments(), [person for person in await table.people() if person.active]

    async def calendar(self) -> tuple[Mapping[int, YearTable], tuple[OwnDay, ...]]:
        """The years that were taken on in chat, and the company's own days."""
        table = CalendarTable()
        return await table.years(), await table.own_days()

    async def strangers(self) -> list[str]:
        """Senders of recent messages whom neither the directory nor the map of encrypted ids knows, each once."""
        rows = await self._database.fetch(
            "SELECT DISTINCT recent.sender AS sender"
            " FROM (SELECT sender FROM inbox ORDER BY id DESC LIMIT ?1) AS recent"
            " LEFT JOIN person ON person.user_id = recent.sender LEFT JOIN identity ON identity.bot_id = recent.sender"
            " WHERE person.user_id IS NULL AND identity.bot_id IS NULL ORDER BY sender",
            RECENT,
        )
        return [row["sender"] for row in rows if row["sender"]]

    async def kept_keys(self) -> Sequence[bytes]:
        """Of a PostgreSQL whose processes were given none."""
        return await kept_keys(self._database) if await self._readable("seal_key", "value") else ()

    async def opens(self, seal: Seal) -> bool:
        """Whether a reason of leave that is kept sealed, if there is one, can be read."""
        if not await self._readable("leave", "reason"):
            return True
        rows = await self._database.fetch("SELECT number, reason FROM leave WHERE reason <> '' LIMIT 1")
        try:
            for row in rows:
                seal.open_text(row["reason"], about_reason(row["number"]))
        except UnopenableError:
            return False
        return True

    async def is_chained(self) -> bool:
        """Whether there are tables for that."""
        return await self._readable("chain", "seq") and await self._readable("trail", "stamp")

    async def missing_guards(self) -> Sequence[str]:
        """Triggers that were taken away."""
        sql = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if self.postgres:
            sql = "SELECT tgname AS name FROM pg_trigger WHERE tgrelid IN ('trail'::regclass, 'chain'::regclass)"
        known = {row["name"] for row in await self._database.fetch(sql)}
        return [each for each in (*GUARDS, *(WHOLE if self.postgres else ())) if each not in known]

    async def audit_keys(self) -> Sequence[str]:
        """The names of all keys that ever signed, each once."""
        about = await Pages(self._database).about_itself()
        return list(dict.fromkeys(str(entry.details.get("key")) for entry in about if entry.action == BEGUN))

    async def written_off(self) -> frozenset[str]:
        """The names of keys that were put down as lost; whether rightly `qunwu verify-audit` says."""
        about = await Pages(self._database).about_itself()
        return frozenset(str(entry.details.get("key")) for entry in about if entry.action.endswith(WRITTEN_OFF))

    async def overlay(self) -> Overlay:
        """What was changed of the configuration in chat; nothing before the tables are made."""
        return await SettingTable().overlay() if await self._readable("setting_change", "1") else {}

    async def backups(self) -> Sequence[Backup] | None:
        """The newest first; None before the tables are made."""
        return await BackupTable().all() if await self._readable("backup", "1") else None

    async def unlinked_since(self) -> datetime | None:
        """When the oldest entry was made that waits for its link."""
        return await DepthTable(self._database).unlinked_since()

    async def sent(self, since: int) -> Counter[str]:
        """How often each route was used since then (ms)."""
        rows = await self._database.fetch(
            "SELECT route, COUNT(*) AS number FROM ledger WHERE at >= ?1 GROUP BY route", since
        )
        return Counter({row["route"]: row["number"] for row in rows})

    async def _readable(self, table: str, column: str) -> bool:
        try:
            await self._database.fetch(f'SELECT {column} FROM "{table}" LIMIT 0')  # noqa: S608 - names of our own models
        except BaseORMException:
            return False
        return True


def _schema() -> dict[str, list[str]]:
    """Every table of the models with its columns."""
    models = Tortoise.apps["qunwu"].values() if Tortoise.apps else []
    return {model._meta.db_table: sorted(model._meta.fields_db_projection.values()) for model in models}
