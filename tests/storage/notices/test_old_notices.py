"""Old notices go with all that belongs to them; young ones, and those that come again, stay."""

from datetime import UTC, datetime, timedelta
from typing import Final

import pytest
from tortoise.models import Model

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft, Enclosure, Notice, NoticeState
from bot.identifiers import FileId, GroupId, UserId
from bot.shapes.act import Act
from bot.storage.models.digests import HeldRecord
from bot.storage.models.inbound import InboundRecord
from bot.storage.models.notices import NoticeFileRecord, NoticeRecord, NoticeVersionRecord
from bot.storage.models.operating import Trail
from bot.storage.models.receipts import PostingRecord, RecallRecord, ReceiptRecord
from bot.storage.models.surveys import ActivityRecord, BallotRecord, SurveyRecord
from bot.storage.notices.digests import DigestTable
from bot.storage.notices.notices import NoticeTable
from bot.storage.notices.receipts import PostingTable, ReceiptTable

BEFORE = datetime(2023, 11, 23, tzinfo=UTC)
OLD, YOUNG = BEFORE - timedelta(days=1), BEFORE + timedelta(days=1)
ACT = Act("job:notice-retention", "notice-retention", "定时任务", "slot", BEFORE + timedelta(days=1096))
DRAFT = Draft("停电", Audience(everybody=True), enclosure=Enclosure(FileId("f" * 64), "图.png", is_picture=True))
ALL: Final[tuple[type[Model], ...]] = (
    *(NoticeRecord, NoticeVersionRecord, NoticeFileRecord),
    *(PostingRecord, ReceiptRecord, RecallRecord, HeldRecord),
)

pytestmark = pytest.mark.usefixtures("database")


async def kept(number: str, at: datetime, *, state: NoticeState = NoticeState.ARCHIVED, posted: bool = True) -> None:
    by = Act("zhengqun", "公告", "群管理员", "test", at)
    notice = Notice(number, UserId("zhengqun"), DRAFT, at, state, posted_at=at if posted else None)
    await NoticeTable().add(notice, by=by)
    if posted:
        posting = await PostingTable().open(number, 1, at, wants=True, groups=[GroupId("g")], by=by)
        assert posting
        await ReceiptTable().expect(posting.id, [UserId("a"), UserId("b")])
        await RecallRecord.create(posting=posting.id, msgid="m", users=["a"])
        await DigestTable().hold(posting.id, ["a"], at, rooms=False)


async def counts() -> list[int]:
    return [await model.all().count() for model in ALL]


async def forget(at_most: int = 100) -> int:
    return await NoticeTable().forget(BEFORE, at_most=at_most, by=ACT)


async def test_what_is_old_goes_whole() -> None:
    await kept("GG-1", OLD)
    await kept("GG-2", YOUNG)
    assert await forget() == 6  # two receipts, a recall, one held, the posting, the notice
    assert await counts() == [1, 1, 1, 1, 2, 1, 1]
    assert await forget() == 0
    assert await NoticeTable().get("GG-1") is None
    assert await NoticeTable().get("GG-2")
    assert (await Trail.all().order_by("-id").first()).action == "notice-retention:notices.forgotten"  # type: ignore[union-attr]


async def test_a_draft_that_was_never_sent_goes_too() -> None:
    await kept("GG-1", OLD, state=NoticeState.DRAFT, posted=False)
    assert await forget() == 1
    assert await counts() == [0] * len(ALL)


async def test_of_one_that_comes_again_the_old_postings_go() -> None:
    await kept("GG-1", OLD, state=NoticeState.SCHEDULED)
    assert await forget() == 5
    assert await counts() == [1, 1, 1, 0, 0, 0, 0]


async def test_of_what_is_held_nothing_goes() -> None:
    await kept("GG-1", OLD)
    before = await counts()
    assert await NoticeTable().forget(BEFORE, at_most=100, by=ACT, held={"GG-1"}) == 0
    assert await counts() == before


async def test_so_many_at_once() -> None:
    await kept("GG-1", OLD)
    gone = [await forget(at_most=2) for _ in range(5)]
    assert gone == [2, 2, 2, 0, 0]
    assert await counts() == [0] * len(ALL)


async def test_what_was_asked_of_people_goes_with_it() -> None:
    long_ago = BEFORE - timedelta(days=1)
    await SurveyRecord.create(number="ZJ-1", author="a", stage="已结束", closes_at=long_ago, version=1, survey="{}")
    await BallotRecord.create(id="1", number="ZJ-1", voter="b", choice=0, words="")
    await ActivityRecord.create(number="HD-1", author="a", stage="已结束", starts=long_ago, version=1, activity="{}")
    await InboundRecord.create(
        number="HF-1", about="GG-1", asker="b", state="已答复", due=long_ago, version=1, item="{}"
    )
    assert await NoticeTable().forget(BEFORE, at_most=100, by=ACT, held={"HD-1"}) == 2
    assert await BallotRecord.all().count() == 0
    assert await forget() == 1
    assert await forget() == 0
