"""Reports are kept alike on both databases: under seal, and nobody who reads them learns who told of anything."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.moderation.reports.report import Filed, Proof, Report, ReportState, Told
from bot.domain.moderation.reports.routing import MGMT
from bot.identifiers import FileId, GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.models.reports import ReportFileRecord, ReportLineRecord, ReportRecord, ReportTellerRecord
from bot.storage.moderation.reports import ReportTable
from bot.storage.privacy.sealing import Seal

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
TELLER, ACCUSED, ADMIN = UserId("zhangsan"), UserId("hemiao"), UserId("zhengqun")
BY = Act(TELLER, "举报", "员工", "test:told", NOW)
BY_ADMIN = Act(ADMIN, "受理举报", "员工", "test:took", NOW)
WORDS = "发赌博链接"
SINCE = NOW - timedelta(days=1)

pytestmark = pytest.mark.usefixtures("database")


def report(number: str = "JB-1", *, at: datetime = NOW) -> Report:
    return Report(number, "C05", WORDS, MGMT, at, target=ACCUSED, group=GroupId("projecta"), anonymous=True)


async def test_what_was_told_is_read_back(database: Database) -> None:
    table = ReportTable()
    await table.add(report(), TELLER, by=BY)
    await table.add(report("JB-2"), UserId("lisi"), by=BY)
    assert await table.get("JB-1", NOW) == report()
    assert await table.get("JB-9", NOW) is None
    assert [each.number for each in await table.open_ones(NOW)] == ["JB-1", "JB-2"]
    assert await table.filed_by(TELLER, since=SINCE) == [Filed("JB-1", NOW)]
    assert await table.filed_by(TELLER, since=NOW + timedelta(hours=1)) == []
    assert await table.filed_by(ACCUSED, since=SINCE) == []
    assert await table.teller("JB-1") == TELLER
    assert await table.teller("JB-9") is None


async def test_a_change_counts_once_and_the_log_grows(database: Database) -> None:
    table, after = ReportTable(), report().taken(ADMIN)
    await table.add(report(), TELLER, by=BY)
    assert await table.save(after, Told.TAKEN, was=1, by=BY_ADMIN)
    assert not await table.save(after, Told.TAKEN, was=1, by=BY_ADMIN)
    await table.note("JB-1", Told.ASKED, "什么时候？", by=BY_ADMIN)
    await table.note("JB-1", Told.ADDED, "昨晚", by=BY)
    assert [(each.by, each.kind, each.text) for each in await table.lines("JB-1")] == [
        ("", Told.FILED, ""),
        (ADMIN, Told.TAKEN, ""),
        (ADMIN, Told.ASKED, "什么时候？"),
        ("", Told.ADDED, "昨晚"),
    ]
    over = replace(after, state=ReportState.UNFOUNDED, closed_at=NOW, version=3)
    assert await table.save(over, Told.UNFOUNDED, was=2, by=BY_ADMIN)
    assert await table.open_ones(NOW) == []


async def test_who_told_it_and_what_is_nowhere_to_be_read(database: Database) -> None:
    table = ReportTable(Seal.fresh())
    await table.add(report(), TELLER, by=BY)
    await table.note("JB-1", Told.ADDED, WORDS, by=BY)
    await table.prove("JB-1", Proof(FileId("a" * 64), ".pdf", NOW), by=BY)
    models = (ReportRecord, ReportTellerRecord, ReportLineRecord, ReportFileRecord, Trail)
    rows = str([await each.all().values() for each in models])
    for word in (TELLER, ACCUSED, WORDS, "projecta", "test:told"):
        assert word not in rows
    assert "report.filed" in rows
    other = ReportTable(Seal.fresh())
    assert await other.get("JB-1", NOW) is None
    assert await other.teller("JB-1") is None
    assert await other.filed_by(TELLER, since=SINCE) == []
    assert {each.text for each in await other.lines("JB-1")} == {"", None}


async def test_evidence_is_kept_once(database: Database) -> None:
    table, proof = ReportTable(), Proof(FileId("a" * 64), "", NOW)
    await table.add(report(), TELLER, by=BY)
    assert await table.prove("JB-1", proof, by=BY)
    assert not await table.prove("JB-1", proof, by=BY)
    assert await table.proofs("JB-1") == [proof]


async def test_a_cut_link_leaves_who_told_it_protected_and_unknown(database: Database) -> None:
    table = ReportTable()
    await table.add(report(), TELLER, by=BY)
    await table.cut("JB-1", by=BY_ADMIN)
    await table.cut("JB-1", by=BY_ADMIN)
    assert await table.teller("JB-1") is None
    assert await table.filed_by(TELLER, since=SINCE) == [Filed("JB-1", NOW)]
    assert str(await Trail.all().values()).count("report.unlinked") == 1


async def test_all_of_it_goes_but_what_protects_still(database: Database) -> None:
    table, early = ReportTable(), NOW - timedelta(days=400)
    await table.add(report("JB-0", at=early), TELLER, by=BY)
    await table.add(report(), TELLER, by=BY)
    await table.prove("JB-1", Proof(FileId("a" * 64), "", NOW), by=BY)
    for number in ("JB-0", "JB-1"):
        await table.forget(number, unprotected=NOW - timedelta(days=180), by=BY_ADMIN)
    assert await table.get("JB-1", NOW) is None
    assert [await table.lines("JB-1"), await table.proofs("JB-1")] == [[], []]
    assert [each.number for each in await table.filed_by(TELLER, since=early)] == ["JB-1"]


def test_a_number_is_stood_for_by_something_nobody_reads() -> None:
    table = ReportTable()
    (token,) = table.tokens("JB-1")
    assert len(token) == 64
    assert token != table.tokens("JB-2")[0]
