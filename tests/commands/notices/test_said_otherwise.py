"""What is said of notices in words of one's own, and what comes of it."""

from bot.domain.notices.notice import Draft
from tests.chat import Chat
from tests.services.notices.posted import posted, to_group


async def test_the_last_one_is_wrong(chat: Chat) -> None:
    await posted(chat, Draft("周三停电", to_group(chat.company)))
    chat.said()
    await chat.play("""
        郑群> 刚才发的公告日期错了
        机器人> 更正成什么？写上完整的新内容。直接回复就行，10:10 前有效；不办了就回「算了」。
        郑群> 停电改到周四，请各岗位关机
        机器人> [卡片] 你是想「更正 刚才发的公告日期错了 停电改到周四，请各岗位关机」吗？ 10:30 前有效 [确认] [算了]
        郑群> 按 [确认]
        机器人> [卡片] 已确认：更正 刚才发的公告日期错了 停电改到周四，请各岗位关机 GG-20261122-002 这就发。…
    """)


async def test_a_rhythm_before_whom_it_is_for(chat: Chat) -> None:
    await chat.play("""
        郑群> 每周一早上八点提醒项目A群开早会
        机器人> [卡片] GG-20261122-001 发之前看一看 开早会
        发给：项目A工作群（9 人）
        时间：每周一 08:00…
    """)


async def test_a_department_before_what_it_is_told(chat: Chat) -> None:
    await chat.play("""
        王强> 每月最后一个工作日下午三点通知生产部交工时表
        机器人> [卡片] GG-20261122-001 发之前看一看 交工时表…
    """)


async def test_what_is_to_be_told_to_oneself_is_no_notice(chat: Chat) -> None:
    await chat.play("""
        郑群> 提醒我下午三点开会
        机器人> 记下了，15:00 提醒你：开会。不用了发 /取消提醒 TX-20261122-001。
        郑群> 公告有几个人没看
        机器人> 你最近没有发过公告。别人发的请写上编号，例如 GG-20261122-001。
        郑群> 谁还没确认停水的通知
        机器人> 你最近的公告里没有说到「停水」的。写上编号，例如 GG-20261122-001；发 /我的公告 看编号。
        郑群> 公告发错群了，撤回
        机器人> 你最近没有发过公告。别人发的请写上编号，例如 GG-20261122-001。
    """)


async def test_what_was_left_open_stands_on_the_card(chat: Chat) -> None:
    await chat.play("""
        ⏰ 2026-11-23 10:00
        郑群> /公告 明天9:00 三楼开会
        机器人> [卡片] GG-20261123-001 发之前看一看 明天9:00 三楼开会
        发给：项目A工作群（9 人）
        时间：现在
        请看一眼：「明天9:00」是公告里说的时间，公告现在就发；要到时候才发，按「改」回「明天9:00发」。
        发之前过一遍：及时、真实、安全、可靠、合法。 [发布] [明天 09:00 发] [改] [不发了]
        郑群> 按 [改]
        机器人> [卡片] GG-20261123-001 明天9:00 三楼开会
        直接回复新的内容（时间、对象、图片、文件也行），我换上；不改了回「算了」。
        郑群> 明天9:00发
        机器人> [卡片] GG-20261123-001 发之前看一看 明天9:00 三楼开会
        发给：项目A工作群（9 人）
        时间：明天 09:00…
    """)


async def test_whom_a_reminder_goes_to_is_said_before(chat: Chat) -> None:
    await posted(chat, Draft("周三停电", to_group(chat.company), wants_confirmation=True))
    chat.said()
    await chat.play("""
        郑群> 催一下没看公告的人
        机器人> [卡片] 你是想「催确认」吗？ GG-20261122-001「周三停电」还有 9 人没确认，提醒他们；…
    """)


async def test_of_what_is_to_be_held_back_the_number_is_asked_at_once(chat: Chat) -> None:
    await chat.play("""
        陈安> 暂停每周一的早会提醒
        机器人> 哪一条公告？写上编号，例如 GG-20261122-001。…
    """)


async def test_an_author_hears_who_called_his_notice_off(chat: Chat) -> None:
    await chat.say("郑群", "/公告 项目A工作群 明天9:30 请把上周的周报交给我")
    chat.said()
    await chat.play("""
        吴管> /取消公告 GG-20261122-001
        机器人> [卡片] 确定要取消公告 GG-20261122-001吗？ …
        吴管> 按 [确认]
        机器人→郑群> 吴管 取消了你的公告：GG-20261122-001「请把上周的周报交给我」已取消，不会再发。…
        机器人> [卡片] 已确认：取消公告 GG-20261122-001 GG-20261122-001「请把上周的周报交给我」已取消，不会再发。
    """)
