"""Who is asked to do in the client what no program can, who is told, and that an old card is no right."""

from dataclasses import replace

from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.moderation import CaseRecord, MeasureRecord
from scheduler.moderation_clock import moderation_clock
from tests.chat import Chat
from tests.commands.members.comings import with_group

MUTED_BY_THE_OWNER = """
    郑群@项目A工作群> /禁言 @张三 2小时 刷广告
    机器人→张三> …
    机器人→王强> [卡片] 请在项目A工作群禁言张三 …
    机器人→郑群> …
    机器人@项目A工作群> …"""


async def owned(database: Database) -> Chat:
    """By somebody else than its administrator."""
    return await Chat.open(
        database,
        jobs=(moderation_clock,),
        company=lambda company: with_group(company, "projecta", owner=UserId("wangqiang")),
    )


async def test_the_owner_is_asked_and_whoever_decided_is_told(database: Database) -> None:
    chat = await owned(database)
    await chat.play(f"""{MUTED_BY_THE_OWNER}
    王强> 按 [做不到]
    机器人→郑群> WG-20261122-001 王强 回复：张三的禁言没办成。
    机器人> [卡片] WG-20261122-001 禁言张三 已记下：没办成。机器人这边的限制照常有效。
    王强> 按 [做不到]
    机器人> [卡片] WG-20261122-001 禁言张三 王强 已经回复过：没办成。
    """)
    await chat.close()


async def test_whoever_decided_hears_that_nobody_answers(database: Database) -> None:
    chat = await owned(database)
    await chat.play(f"""{MUTED_BY_THE_OWNER}
    ⏰ 2026-11-22 10:30
    机器人→王强> [卡片] 请在项目A工作群禁言张三 到时间还没有回音，再提醒一次。…
    机器人→郑群> WG-20261122-001 「企业微信里禁言」还没有人回复，已再提醒一次。机器人这边的限制照常有效。
    """)
    await chat.close()


async def test_who_lost_the_post_writes_nothing_into_a_case(database: Database) -> None:
    chat = await owned(database)
    await chat.play(MUTED_BY_THE_OWNER)
    group = await chat.core.records.groups.get(GroupId("projecta"))
    assert group
    by = Act("lina", "转让群主", "集团行政人事部", "test:1", chat.clock.now())
    await chat.core.records.groups.save(replace(group, owner=UserId("hemiao")), change="handed_over", by=by)
    await chat.core.tick()
    await chat.play("""
    王强> 按 [已做]
    机器人> [卡片] 没有办成 这件事现在由别的同事来办，没有改动。
    """)
    assert await MeasureRecord.filter(effect="已请人办").count() == 1
    await chat.close()


async def test_two_administrators_at_once_make_one_case(database: Database) -> None:
    chat = await owned(database)
    for who in ("郑群", "王强", "周敏"):
        await chat.core.inbox.take(chat.incoming(who, "/警告 @张三 刷屏", room="项目A工作群"))
    await chat.core.settled()
    assert await CaseRecord.all().count() == 1
    await chat.close()
