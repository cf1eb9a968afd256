"""A notice to many people goes on behind the last one who was told, whatever stopped it."""

from dataclasses import replace

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft, NoticeState
from bot.domain.notices.posting import PostingState, ReceiptRules
from bot.shapes.incoming import Via
from bot.storage.engine.database import Database
from scheduler.notice_posting import notice_posting
from tests.chat import Chat
from tests.services.notices.posted import posted, work_in

NUMBER = "GG-20261122-001"


async def interrupted(database: Database) -> Chat:
    """Five of them were told, and nobody has gone on since."""
    rules = ReceiptRules(batch=2, step=5)
    chat = await Chat.open(database, jobs=(), company=lambda company: replace(company, receipts=rules))
    await posted(chat, Draft("停电", Audience(everybody=True)))
    return chat


def told(chat: Chat) -> list[str]:
    return [user for parcel in chat.channels[Via.APP].sent for user in parcel.address.users]  # type: ignore[union-attr]


async def test_it_goes_on_behind_the_last_one(database: Database) -> None:
    chat = await interrupted(database)
    everybody = sorted(each.user_id for each in chat.company.people if each.active)
    assert told(chat) == everybody[:5]
    await work_in(chat, lambda ctx: notice_posting.run(ctx, None))
    assert told(chat) == everybody[:10]
    for _ in everybody:
        await work_in(chat, lambda ctx: notice_posting.run(ctx, None))
    assert told(chat) == everybody
    [posting] = await chat.core.records.postings.of(NUMBER)
    assert (posting.state, posting.people) == (PostingState.DONE, len(everybody))
    await chat.close()


async def test_one_that_was_cancelled_goes_no_further(database: Database) -> None:
    chat = await interrupted(database)
    await chat.say("郑群", f"/取消公告 {NUMBER}")
    await chat.say("郑群", "/确认")
    before = [user for user in told(chat) if user]
    await work_in(chat, lambda ctx: notice_posting.run(ctx, None))
    assert [user for user in told(chat) if user] == before
    saved = await chat.core.records.notices.get(NUMBER)
    assert saved
    assert saved.state is NoticeState.CANCELLED
    await chat.close()


async def test_the_author_hears_that_it_was_changed_halfway(database: Database) -> None:
    rules = ReceiptRules(batch=2, step=5)
    chat = await Chat.open(database, jobs=(), company=lambda company: replace(company, receipts=rules))
    notice = await posted(chat, Draft("停电", Audience(everybody=True), recurrence="DAILY;09:00"))
    after = replace(notice, version=2, draft=replace(notice.draft, text="停水"))
    await work_in(chat, lambda ctx: ctx.store.notices.save(after, was=notice, change="edited", by=ctx.act))
    chat.said()
    await work_in(chat, lambda ctx: notice_posting.run(ctx, None))
    assert [(each.to, each.words) for each in chat.said()] == [
        ("郑群", f"{NUMBER}「停水」发到一半改了：5 人收到的是原来的，别人没有收到。改好后重新发布。")
    ]
    await chat.close()
