"""Questions are kept alike on both databases; words are under seal, a change counts once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.desk.enquiry import Enquiry, Kind, Score, State, Told, Verdict
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.desk.enquiries import EnquiryTable
from bot.storage.models.desk import EnquiryLineRecord
from bot.storage.models.operating import Trail
from bot.storage.privacy.sealing import Seal

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
ZHANGSAN, WU = UserId("zhangsan"), UserId("wuguan")
BY = Act("zhangsan", "求助", "员工", "test:1", NOW)
ASKED = Enquiry("QZ-1", Kind.HELP, ZHANGSAN, "生产部", "技术", NOW, group=GroupId("projecta"))
WORDS = "打卡定位一直不准"

pytestmark = pytest.mark.usefixtures("database")


async def test_it_is_read_back_and_changed_once() -> None:
    table = EnquiryTable()
    await table.add(ASKED, WORDS, by=BY)
    assert await table.get("QZ-1", NOW) == ASKED
    assert await table.get("QZ-2", NOW) is None
    assert await table.text("QZ-1") == WORDS
    done = replace(ASKED.taken(WU, NOW).answered(NOW, Verdict.PARTLY).closed(State.SOLVED, NOW, Score.FAIR), version=2)
    assert await table.save(done, Told.ANSWERED, "重启", was=1, by=replace(BY, actor="wuguan"))
    assert not await table.save(done, Told.ANSWERED, "又一次", was=1, by=BY)
    assert await table.get("QZ-1", NOW) == done
    assert [(line.kind, line.by, line.text) for line in await table.lines("QZ-1")] == [
        (Told.FILED, "zhangsan", WORDS),
        (Told.ANSWERED, "wuguan", "重启"),
    ]


async def test_lists() -> None:
    table = EnquiryTable()
    later = replace(ASKED, number="QZ-2", asked_at=NOW + timedelta(hours=2))
    over = replace(ASKED, number="QZ-3", state=State.SOLVED, asker=WU, kind=Kind.FACT)
    for each in (ASKED, later, over):
        await table.add(each, WORDS, by=BY)
    assert [each.number for each in await table.open_ones(NOW)] == ["QZ-1", "QZ-2"]
    assert [each.number for each in await table.of(ZHANGSAN, NOW, most=9)] == ["QZ-2", "QZ-1"]
    assert [each.number for each in await table.of(ZHANGSAN, NOW, most=1)] == ["QZ-2"]
    assert await table.count(ZHANGSAN, since=NOW + timedelta(hours=1)) == 1
    assert [each.number for each in await table.in_state({State.SOLVED}, Kind.FACT, NOW)] == ["QZ-3"]
    assert [each.number for each in await table.between(NOW, NOW + timedelta(hours=2))] == ["QZ-1", "QZ-3"]


async def test_words_are_sealed_and_go() -> None:
    table = EnquiryTable(Seal([bytes(32)]))
    await table.hold(ZHANGSAN)
    await table.add(ASKED, WORDS, by=BY)
    rows = [*await EnquiryLineRecord.all().values(), *await Trail.all().values("subject", "details")]
    assert "定位" not in str(rows)
    assert await EnquiryTable(Seal([b"x" * 32])).text("QZ-1") is None
    await table.forget("QZ-1", by=BY)
    assert await table.text("QZ-1") is None
    assert await table.get("QZ-1", NOW) == replace(ASKED, asker=UserId(""))
