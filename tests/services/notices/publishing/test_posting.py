"""A notice goes out: to rooms and people, in steps, once; and is confirmed."""

from dataclasses import replace

import pytest

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft, NoticeState, Quiz
from bot.domain.notices.posting import PostingState, ReceiptRules
from bot.errors import Defect
from bot.identifiers import UserId
from bot.services.notices.publishing.posting import post
from bot.services.notices.receipts.reached import reached
from bot.shapes.context import JobContext
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome, Verdict
from bot.storage.engine.database import Database
from bot.storage.models.notices import NoticeRecord
from tests.chat import Chat
from tests.services.notices.posted import later, posted, to_group, work_in

TEXT = "明天下午三点开会"
QUIZ = Quiz("集合点在哪里？", ("东门", "西门"), 1, "演练通知里写的是西门。")


async def test_it_is_said_in_the_group(chat: Chat) -> None:
    notice = await posted(chat, Draft(TEXT, to_group(chat.company), title="周会"))
    assert [(each.to, each.words) for each in chat.said()] == [
        ("项目A工作群", "周会\n明天下午三点开会\n——郑群 发布，GG-20261122-001")
    ]
    assert notice.state is NoticeState.POSTED


async def test_who_confirms_is_told_so_and_the_author_when_all_have(chat: Chat) -> None:
    people = Audience(people=(UserId("zhangsan"), UserId("lisi")))
    await posted(chat, Draft(TEXT, people, wants_confirmation=True))
    chat.said()
    await chat.play("""
        张三> 按 [我已看过]
        机器人> [卡片] 明天下午三点开会 已确认 GG-20261122-001「明天下午三点开会」。
        张三> /确认 GG-20261122-001
        机器人> 你在 10:00 确认过了，不用再确认。
        王强> /确认 GG-20261122-001
        机器人> 这条公告没有要你确认，不用管它。
        李四> /确认 gg-20261122-001
        机器人→郑群> GG-20261122-001「明天下午三点开会」全部 2 人都确认了。
        机器人> 已确认 GG-20261122-001「明天下午三点开会」。
    """)


async def test_a_quiz_is_answered_rightly_before_it_counts(chat: Chat) -> None:
    people = Audience(people=(UserId("zhangsan"), UserId("lisi")))
    await posted(chat, Draft(TEXT, people, wants_confirmation=True, quiz=QUIZ))
    chat.said()
    await chat.play("""
        张三> 按 [A 东门]
        机器人> [卡片] 明天下午三点开会 答得不对。演练通知里写的是西门。再答一次就行。…
        张三> 按 [B 西门]
        机器人> [卡片] 明天下午三点开会 答对了，已确认 GG-20261122-001「明天下午三点开会」。
        李四> /确认 GG-20261122-001
        机器人> 答一题：集合点在哪里？…
        李四> /确认 GG-20261122-001 b
        机器人→郑群> GG-20261122-001「明天下午三点开会」全部 2 人都确认了。
        机器人> 答对了，已确认 GG-20261122-001「明天下午三点开会」。
    """)
    [posting] = await chat.core.records.postings.of("GG-20261122-001")
    receipts = await chat.core.records.receipts.all(posting.id)
    assert {each.user: (each.wrong, each.answer) for each in receipts} == {"zhangsan": (1, 1), "lisi": (0, 1)}


async def test_members_of_a_group_get_a_card_as_well(chat: Chat) -> None:
    await posted(chat, Draft(TEXT, to_group(chat.company), wants_confirmation=True))
    group, people = chat.said()
    assert group.words.endswith("看过请按我私聊发你的卡片，或 @我 发 /确认 GG-20261122-001。")
    assert people.words == "[卡片] 明天下午三点开会 [我已看过]"


async def test_everybody_is_told_in_steps_and_once(database: Database) -> None:
    rules = ReceiptRules(batch=2, step=3)
    chat = await Chat.open(database, company=lambda company: replace(company, receipts=rules))
    notice = await posted(chat, Draft(TEXT, Audience(everybody=True)))
    [posting] = await chat.core.records.postings.of(notice.number)
    people = [user for parcel in chat.channels[Via.APP].sent for user in parcel.address.users]  # type: ignore[union-attr]
    assert sorted(people) == sorted(person.user_id for person in chat.company.people if person.active)
    assert max(len(parcel.address.users) for parcel in chat.channels[Via.APP].sent) == 2  # type: ignore[union-attr]
    assert (posting.state, posting.people) == (PostingState.DONE, len(people))
    saved = await chat.core.records.notices.get(notice.number)
    assert saved
    assert saved.state is NoticeState.POSTED
    await chat.close()


async def test_for_one_moment_it_is_posted_once(chat: Chat) -> None:
    notice = await posted(chat, Draft(TEXT, to_group(chat.company)))
    chat.said()
    await work_in(chat, lambda ctx: post(ctx, notice, ctx.now))
    assert chat.said() == []


async def test_nothing_is_posted_that_was_changed_after_it_was_let_pass(chat: Chat) -> None:
    notice = await posted(chat, Draft(TEXT, to_group(chat.company)))
    changed = replace(notice, draft=replace(notice.draft, text="别的"))
    with pytest.raises(Defect, match="approval"):
        await work_in(chat, lambda ctx: post(ctx, changed, ctx.now))


async def test_what_became_of_it_is_counted_by_heads(chat: Chat) -> None:
    missed = frozenset({UserId("lisi")})
    chat.channels[Via.APP].outcomes = [Outcome(Verdict.DONE, why="no licence", missed=missed)]
    notice = await posted(chat, Draft(TEXT, Audience(people=(UserId("zhangsan"), UserId("lisi")))))
    [posting] = await chat.core.records.postings.of(notice.number)
    found = await work_in(chat, lambda ctx: reached(ctx, posting))
    assert (found.sent, found.refused, found.waiting) == ({"zhangsan"}, {"lisi"}, frozenset())


async def test_one_that_cannot_go_on_holds_up_no_other(database: Database) -> None:
    rules = ReceiptRules(batch=2, step=3)
    chat = await Chat.open(database, company=lambda company: replace(company, receipts=rules))
    broken = await posted(chat, Draft("坏了的一条", to_group(chat.company)))

    async def break_it(ctx: JobContext) -> None:
        await ctx.store.postings.open(
            broken.number, broken.version, later(chat, hour=11), wants=False, groups=(), by=ctx.act
        )
        await NoticeRecord.filter(number=broken.number).update(draft="{")

    await work_in(chat, break_it)
    notice = await posted(chat, Draft(TEXT, Audience(everybody=True)))
    [posting] = await chat.core.records.postings.of(notice.number)
    assert posting.state is PostingState.DONE
    await chat.close()
