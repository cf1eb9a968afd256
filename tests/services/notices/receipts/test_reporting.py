"""Who has not confirmed, and how far a notice has come: for those who may know."""

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft
from bot.identifiers import UserId
from tests.chat import Chat
from tests.services.notices.posted import posted, to_group

PEOPLE = Audience(people=(UserId("zhangsan"), UserId("lisi")))


async def test_numbers_in_a_group_and_names_in_private(chat: Chat) -> None:
    await posted(chat, Draft("明天停电", PEOPLE, wants_confirmation=True))
    chat.said()
    await chat.play("""
        张三> 按 [我已看过]
        机器人> [卡片] 明天停电 已确认 GG-20261122-001「明天停电」。
        郑群> 还有谁没确认
        机器人> GG-20261122-001「明天停电」：应确认 2 人，已确认 1 人，还有 1 人没确认。
        生产部 1 人：李四
        郑群@项目A工作群> /谁没确认 GG-20261122-001
        机器人→郑群> GG-20261122-001「明天停电」：应确认 2 人，已确认 1 人，还有 1 人没确认。
        生产部 1 人：李四
        机器人@项目A工作群> GG-20261122-001「明天停电」：应确认 2 人，已确认 1 人，还有 1 人没确认。
        张三> /谁没确认 GG-20261122-001
        机器人> GG-20261122-001 不归你管。请问发布人 郑群。
        郑群> /公告进度
        机器人> GG-20261122-001「明天停电」：已发布，10:00 开始。
        私聊：已送达 2 人
        确认：1/2（50%），确认的人里一半用了不到 1 分钟
    """)


async def test_a_head_sees_his_own_people(chat: Chat) -> None:
    await posted(chat, Draft("明天停电", Audience(everybody=True), wants_confirmation=True))
    chat.said()
    await chat.say("王强", "/谁没确认 GG-20261122-001")
    [said] = chat.said()
    everybody = len([each for each in chat.company.people if each.active])
    assert "生产部" in said.words
    assert f"应确认 {everybody} 人" not in said.words
    assert "吴管" not in said.words


async def test_one_that_wants_no_confirmation_has_no_list(chat: Chat) -> None:
    await posted(chat, Draft("明天停电", to_group(chat.company)))
    chat.said()
    await chat.play("""
        郑群> /谁没确认 GG-20261122-001
        机器人> GG-20261122-001 没有要求确认，所以没有名单。下次发公告时加上「需确认」。
        郑群> /公告进度
        机器人> GG-20261122-001「明天停电」：已发布，10:00 开始。
        群：已发到 1 个
    """)


async def test_of_many_there_is_a_table_and_a_picture(chat: Chat) -> None:
    """The sample company is small: its limit of names is what this looks at."""
    await posted(chat, Draft("明天停电", Audience(everybody=True), wants_confirmation=True))
    chat.said()
    await chat.say("郑群", "/谁没确认 GG-20261122-001")
    kinds = [each.words.partition("]")[0] for each in chat.said()]
    everybody = len([each for each in chat.company.people if each.active])
    assert ("[文件 GG-20261122-001-确认情况.xlsx" in kinds) is (everybody > 30)
