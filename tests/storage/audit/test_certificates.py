"""What was deleted is certified: numbers by class, each entry once, nobody's name."""

from datetime import UTC, datetime

from bot.shapes.act import Act
from bot.storage.audit import certificates, trail
from bot.storage.audit.audit import AuditTable
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail

BY = Act("", "retention-certificate", "", "job:1", datetime(2026, 11, 22, 21, 20, tzinfo=UTC))


async def newest() -> Trail:
    row = await Trail.filter(subject=certificates.SUBJECT).order_by("-id").first()
    assert row
    return row


async def test_each_entry_is_counted_once(database: Database) -> None:
    await trail.record(BY, "records.forgotten", "records", number=7)
    await trail.record(BY, "safety.forgotten", "records", number=2, people=1)
    await trail.record(BY, "records.forgotten", "records", number=3)
    await trail.record(BY, "leave_proof.deleted", "leave:QJ-1")
    await trail.record(BY, "leave.asked", "leave:QJ-2", user="zhangsan")
    await AuditTable().certify(by=BY)
    first = await newest()
    assert first.details["classes"] == {"records.forgotten": 10, "safety.forgotten": 3, "leave_proof.deleted": 1}
    assert first.details["entries"] == 4
    assert "zhangsan" not in str(first.details)
    await AuditTable().certify(by=BY)
    second = await newest()
    assert (second.details["classes"], second.details["since"]) == ({}, first.details["upto"])
    assert second.details["digest"] != first.details["digest"]


async def test_the_digest_can_be_worked_out_again(database: Database) -> None:
    await trail.record(BY, "content.forgotten", "content", number=1)
    row = await Trail.all().order_by("-id").first()
    assert row
    await AuditTable().certify(by=BY)
    expected = certificates.digest([(int(row.id), "retention-certificate:content.forgotten", {"number": 1})])
    assert (await newest()).details["digest"] == expected
