"""A notice is put right: who has the first one is told that it changed, and it needs no confirmation any more."""

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft
from bot.domain.notices.posting import PostingState
from bot.identifiers import UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome, Verdict
from tests.chat import Chat
from tests.services.notices.posted import posted, to_group


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
