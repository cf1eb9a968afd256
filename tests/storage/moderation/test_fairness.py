"""Appeals, disputes and praise are kept alike on both databases; words are under seal, a change counts once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.moderation.appeals.appeal import Appeal, Ruling
from bot.domain.moderation.mediation.dispute import Dispute, DisputeState
from bot.domain.moderation.praising.praise import Praise
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.fairness import AppealRecord, DisputeNoteRecord, DisputeRecord
from bot.storage.models.operating import Trail
from bot.storage.moderation.fairness import AppealTable, DisputeTable, PraiseTable
from bot.storage.privacy.sealing import Seal

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANGSAN, LISI, ZHOUMIN = UserId("zhangsan"), UserId("lisi"), UserId("zhoumin")
BY = Act("zhangsan", "申诉", "员工", "test:1", NOW)
APPEAL = Appeal("WG-1", ZHANGSAN, NOW, NOW + timedelta(days=5), (ZHOUMIN,), paused=timedelta(minutes=90))
DISPUTE = Dispute("TJ-1", ZHANGSAN, (ZHANGSAN, LISI), ZHOUMIN, GroupId("projecta"), NOW)
WORDS = "我没刷广告"

pytestmark = pytest.mark.usefixtures("database")


async def test_an_appeal_is_read_back_and_decided_once(database: Database) -> None:
    table = AppealTable()
    await table.add(APPEAL, WORDS, by=BY)
    assert await table.get("WG-1", NOW) == APPEAL
    assert await table.get("WG-2", NOW) is None
    assert (await table.reason("WG-1"), await table.answer("WG-1")) == (WORDS, "")
    ruled = replace(APPEAL, ruling=Ruling.OVERTURNED, ruled_by=ZHOUMIN, ruled_at=NOW, version=2)
    assert await table.save(ruled, "看错了人", was=1, by=BY)
    assert not await table.save(ruled, "又一次", was=1, by=BY)
    assert await table.get("WG-1", NOW) == ruled
    assert await table.answer("WG-1") == "看错了人"


async def test_statements_are_added_and_stay(database: Database) -> None:
    table = AppealTable()
    await table.add(APPEAL, WORDS, by=BY)
    await table.state("WG-1", "有录屏", by=BY)
    await table.state("WG-1", "见附件", by=replace(BY, actor="zhengqun"))
    said = await table.statements("WG-1", NOW)
    assert [(each.by, each.text) for each in said] == [("zhangsan", "有录屏"), ("zhengqun", "见附件")]
    assert await table.reason("WG-1") == WORDS
    assert await table.statements("WG-2", NOW) == []


async def test_a_dispute_is_read_back_and_its_log_grows(database: Database) -> None:
    table = DisputeTable()
    await table.add(DISPUTE, WORDS, by=BY)
    assert await table.get("TJ-1", NOW) == DISPUTE
    assert await table.get("TJ-2", NOW) is None
    assert await table.matter("TJ-1") == WORDS
    assert await table.open_ones(NOW) == [DISPUTE]
    talking = DISPUTE.joined(ZHANGSAN).joined(LISI)
    talking = replace(talking, version=2)
    assert await table.save(talking, was=1, by=BY)
    assert not await table.save(talking, was=1, by=BY)
    closed = talking.closed(DisputeState.SETTLED, NOW)
    assert await table.save(closed, "轮流值班", was=2, by=BY)
    assert await table.open_ones(NOW) == []
    assert await table.get("TJ-1", NOW) == closed
    assert await table.result("TJ-1") == "轮流值班"
    states = await DisputeNoteRecord.filter(number="TJ-1").order_by("id").values_list("state", flat=True)
    assert list(states) == [DisputeState.INVITING, DisputeState.MEDIATING, DisputeState.SETTLED]


async def test_words_are_under_seal(database: Database) -> None:
    seal = Seal.fresh()
    await AppealTable(seal).add(APPEAL, WORDS, by=BY)
    await DisputeTable(seal).add(DISPUTE, WORDS, by=BY)
    kept = [await model.all().values() for model in (AppealRecord, DisputeRecord, DisputeNoteRecord, Trail)]
    assert WORDS not in str(kept)
    assert await AppealTable(seal).reason("WG-1") == WORDS
    assert await AppealTable(Seal.fresh()).reason("WG-1") is None
    assert await DisputeTable(Seal.fresh()).matter("TJ-1") is None


async def test_praise_is_found_by_person_and_by_time(database: Database) -> None:
    table = PraiseTable()
    late = Praise("BZ-2", ZHANGSAN, LISI, ZHOUMIN, "发现配电箱隐患", NOW, GroupId("projecta"))
    early = replace(late, number="BZ-1", at=NOW - timedelta(days=400), group=None)
    for each in (late, early, replace(late, number="BZ-3", person=LISI)):
        await table.add(each, by=BY)
    assert await table.of(ZHANGSAN, NOW - timedelta(days=365), NOW) == [late]
    assert await table.of(ZHANGSAN, NOW - timedelta(days=500), NOW) == [early, late]
    assert len(await table.all(NOW - timedelta(days=1), NOW)) == 2
