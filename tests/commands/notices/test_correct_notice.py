"""A notice is put right: who has the first one is told that it changed, and it needs no confirmation any more."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft
from bot.domain.notices.posting import PostingState
from bot.identifiers import UserId
from bot.shapes.incoming import Via
from bot.shapes.job import Job
from bot.shapes.outgoing import Outcome, Verdict
from scheduler.notice_plan import post_what_is_due
from scheduler.notice_posting import notice_posting
from tests.chat import Chat
from tests.services.notices.posted import posted, to_group


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_what_is_due, notice_posting)


async def test_in_a_group(chat: Chat) -> None:
    await posted(chat, Draft("周三停电", to_group(chat.company)))
    chat.said()
    await chat.play("""
        郑群> /更正 GG-20261122-001 停电改到周四，请各岗位关机
        机器人> [卡片] GG-20261122-002 这就发 停电改到周四，请各岗位关机…
        ⏰ 2026-11-22 10:01
        机器人→项目A工作群> 【更正】停电改到周四，请各岗位关机
        ——郑群 发布，GG-20261122-002（更正 GG-20261122-001）
        郑群> /更正 GG-20261122-001 再改
        机器人> GG-20261122-001「周三停电」已经更正过了。要再改，请更正后来发的那一条。
    """)


async def test_who_had_nothing_gets_it_as_a_notice(chat: Chat) -> None:
    chat.channels[Via.APP].outcomes = [Outcome(Verdict.DONE, why="no licence", missed=frozenset({UserId("lisi")}))]
    people = Audience(people=(UserId("zhangsan"), UserId("lisi")))
    await posted(chat, Draft("周三停电", people, wants_confirmation=True))
    chat.said()
    await posted(chat, Draft("周四停电", people), corrects="GG-20261122-001")
    told = {each.to: each.words.partition("\n")[0] for each in chat.said()}
    assert told == {"张三": "【更正】周四停电", "李四": "周四停电"}
    [posting] = await chat.core.records.postings.of("GG-20261122-001")
    assert posting.state is PostingState.WITHDRAWN


async def test_of_one_that_is_not_out(chat: Chat) -> None:
    await chat.say("郑群", "/公告 项目A工作群 明天9:30 请交周报")
    chat.said()
    await chat.play("""
        郑群> /更正 GG-20261122-001 请交月报
        机器人> GG-20261122-001「请交周报」还没有发出去，直接改就行：/改公告 GG-20261122-001 新内容。
    """)


async def test_it_is_looked_through_like_any_other(chat: Chat) -> None:
    await posted(chat, Draft("周三停电", to_group(chat.company)))
    chat.said()
    await chat.play("""
        郑群> /更正 GG-20261122-001 服务器密码是 Abc12345，请登录
        机器人> 里面有密码…
        郑群> /更正 GG-20261122-001 本月利润3000万元
        机器人> 里面有财务数据，只能由财务负责人自己发。请删掉数字，或请财务负责人来发。
    """)


async def test_who_may_not_hurry_puts_right_without_hurry_what_was_urgent(chat: Chat) -> None:
    await posted(chat, Draft("立即撤离", to_group(chat.company), urgent=True))
    chat.said()
    await chat.play("""
        郑群> /更正 GG-20261122-001 撤离是误会
        机器人> [卡片] GG-20261122-002 这就发 撤离是误会
        发给：项目A工作群（9 人）
        时间：现在
        发错了回「/取消公告 GG-20261122-002」。
    """)


async def test_nobody_is_woken_for_it(chat: Chat) -> None:
    await posted(chat, Draft("周三停电", to_group(chat.company)))
    chat.said()
    await chat.play("""
        ⏰ 2026-11-23 21:30
        郑群> /更正 GG-20261122-001 停电改到周四
        机器人> [卡片] GG-20261123-001 已排好 停电改到周四
        发给：项目A工作群（9 人）
        时间：明天 08:00
        现在是休息时间，更正等上班再发。等不了的请安全管理员、总裁办或部门负责人来发「加急」的公告。 [改] [不发了]
        ⏰ 2026-11-24 08:00
        机器人→项目A工作群> 【更正】停电改到周四
        ——郑群 发布，GG-20261123-001（更正 GG-20261122-001）
    """)


async def test_it_overtakes_nothing(chat: Chat) -> None:
    """One of two is at his limit: what waits for him is never sent, and the right one comes as a notice."""
    people = Audience(people=(UserId("zhangsan"), UserId("lisi")))
    chat.channels[Via.APP].outcomes = [
        Outcome(Verdict.DONE, missed=frozenset({UserId("lisi")})),
        Outcome(Verdict.RETRY, wait=600),
    ]
    chat.channels[Via.BOT].up = False
    await posted(chat, Draft("周三停电", people))
    chat.said()
    await posted(chat, Draft("周四停电", people), corrects="GG-20261122-001")
    chat.channels[Via.BOT].up = True
    await chat.advance(chat.clock.now() + timedelta(minutes=30))
    told = [(each.to, each.words.partition("\n")[0]) for each in chat.said()]
    assert ("张三", "【更正】周四停电") in told
    assert ("李四", "周四停电") in told
    assert not any("周三" in words for _, words in told)
