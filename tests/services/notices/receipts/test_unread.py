"""Whoever says only 已读 confirms the notice that waits for it, and no question of another kind."""

from bot.domain.notices.notice import Draft
from tests.chat import Chat
from tests.services.notices.posted import posted, to_group


async def test_the_only_one_is_confirmed(chat: Chat) -> None:
    company = chat.core.book.company()
    await posted(chat, Draft("明天停电", to_group(company), wants_confirmation=True))
    chat.said()
    await chat.play("""
        张三> 已读
        机器人> 已确认 GG-20261122-001「明天停电」。
        张三> 公告我看了
        机器人> 没有等你确认的公告。
        何苗> /确认
        机器人> 已确认 GG-20261122-001「明天停电」。
    """)


async def test_of_several_it_is_asked_which(chat: Chat) -> None:
    company = chat.core.book.company()
    await posted(chat, Draft("明天停电", to_group(company), wants_confirmation=True))
    await posted(chat, Draft("后天停水", to_group(company), wants_confirmation=True))
    chat.said()
    await chat.play("""
        张三> 已读
        机器人> 等你确认的公告有 2 条，回其中一条后面的话：
        GG-20261122-002「后天停水」 /确认 GG-20261122-002
        GG-20261122-001「明天停电」 /确认 GG-20261122-001
        张三> /确认 GG-20261122-002
        机器人> 已确认 GG-20261122-002「后天停水」。
    """)


async def test_a_question_of_another_kind_is_not_answered_by_it(chat: Chat) -> None:
    await chat.play("""
        郑群@项目A工作群> /退订 安全提醒
        机器人@项目A工作群> [卡片] 确定要退订 安全提醒吗？ 10:30 前有效 [确认] [算了]
        郑群@项目A工作群> 已读
        机器人@项目A工作群> 没有等你确认的公告。
    """)
