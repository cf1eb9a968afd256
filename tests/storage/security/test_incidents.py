"""Incidents are kept alike on both databases: under seal, and found again by who told them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.security.incident import Finding, Incident, IncidentKind, Line, Logged
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.models.security import IncidentLineRecord, IncidentRecord
from bot.storage.privacy.sealing import Seal
from bot.storage.security.incidents import IncidentTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
TELLER, OFFICER = UserId("zhangsan"), UserId("wuguan")
BY = Act(TELLER, "泄露", "员工", "test:told", NOW)
BY_OFFICER = Act(OFFICER, "安全事件", "信息安全", "test:took", NOW)
WORDS = "客户名单发错群"

pytestmark = pytest.mark.usefixtures("database")


def incident(number: str = "WA-1", teller: UserId = TELLER) -> Incident:
    return Incident(number, IncidentKind.LEAK, WORDS, teller, NOW)


async def test_what_was_told_is_read_back(database: Database) -> None:
    table = IncidentTable()
    await table.add(incident(), by=BY)
    await table.add(incident("WA-2", UserId("lisi")), by=BY)
    assert await table.get("WA-1", NOW) == incident()
    assert await table.get("WA-9", NOW) is None
    assert [each.number for each in await table.open_ones(NOW)] == ["WA-1", "WA-2"]
    assert await table.told_by(TELLER, NOW, since=NOW) == [incident()]
    assert await table.told_by(TELLER, NOW, since=NOW + timedelta(hours=1)) == []
    assert len(await table.told_between(NOW, NOW + timedelta(days=1), NOW)) == 2


async def test_a_change_counts_once_and_the_log_grows(database: Database) -> None:
    table, after = IncidentTable(), incident().ticked(["recall"], OFFICER, NOW)
    await table.add(incident(), by=BY)
    assert await table.save(after, Logged.STEP, "撤回", was=1, by=BY_OFFICER)
    assert not await table.save(after, Logged.STEP, "撤回", was=1, by=BY_OFFICER)
    over = after.closed(Finding.REAL, NOW, OFFICER)
    assert await table.save(over, Logged.CLOSED, was=2, by=BY_OFFICER)
    assert await table.lines("WA-1") == [
        Line(NOW, TELLER, Logged.TOLD, WORDS),
        Line(NOW, OFFICER, Logged.STEP, "撤回"),
        Line(NOW, OFFICER, Logged.CLOSED, ""),
    ]
    assert await table.get("WA-1", NOW) == over
    assert await table.open_ones(NOW) == []


async def test_nobody_reads_it_without_the_key(database: Database) -> None:
    await IncidentTable(Seal.fresh()).add(incident(), by=BY)
    for model in (IncidentRecord, IncidentLineRecord, Trail):
        assert WORDS not in str(await model.all().values())
    other = IncidentTable(Seal.fresh())
    assert await other.get("WA-1", NOW) is None
    assert [each.text for each in await other.lines("WA-1")] == [None]


async def test_forgotten(database: Database) -> None:
    table = IncidentTable()
    await table.add(incident(), by=BY)
    await table.forget("WA-1", by=BY)
    assert await IncidentRecord.all().count() + await IncidentLineRecord.all().count() == 0
    assert (await Trail.filter(subject="incident:WA-1").count()) == 2
