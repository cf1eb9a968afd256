from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.notices.topics import Topic
from bot.storage.engine.database import Database
from tests.chat import Chat


async def test_only_who_answers_for_safety_says_how_hot_it_is(chat: Chat) -> None:
    await chat.play("""
        张三> /高温预警 38
        机器人> 「高温预警」由安全管理员使用。发 /帮助 看看你能用什么。
    """)


async def test_a_temperature_that_stops_nothing_and_one_that_cannot_be(chat: Chat) -> None:
    await chat.play("""
        陈安> /高温预警 33
        机器人> 33℃ 不到 35℃，还没有要停、要减的规定，没有发。平时防暑发 /安全问答 中暑。
        陈安> /高温预警 380
        机器人> 380℃ 太高了，是不是多打了一位？请核对气象台发布的最高气温再发。
        陈安> /高温预警
        机器人> 最高多少度？比如：38。…
    """)


async def test_twice_the_same_is_said_once_and_a_new_temperature_again(chat: Chat) -> None:
    await chat.say("陈安", "/高温预警 38℃")
    assert len(chat.said()) == 4
    await chat.play("""
        陈安> /高温预警 38度
        机器人> 今天已经发过高温 38℃了，没有再发。情况变了，换个温度或级别再发。
    """)
    await chat.say("陈安", "/高温预警 今天最高40度 项目A工地")
    assert chat.said()[0].words.splitlines()[0] == "【紧急·高温 40℃】项目A工地"


async def test_it_goes_out_at_night_too(database: Database) -> None:
    chat = await Chat.open(database, now=datetime(2026, 7, 18, 22, 30, tzinfo=ZoneInfo("Asia/Shanghai")))
    await chat.say("陈安", "/高温预警 41")
    assert "停止今天的室外露天作业" in chat.said()[0].words
    await chat.close()


async def test_where_nobody_subscribed_it_says_so(chat: Chat) -> None:
    for group in chat.company.groups:
        if Topic.SAFETY in group.subscribes:
            await chat.say(chat.company.name_of(next(iter(group.admins))), "/退订 安全提醒", room=group.name)
            await chat.say(chat.company.name_of(next(iter(group.admins))), "是的", room=group.name)
    chat.said()
    await chat.say("陈安", "/高温预警 38")
    assert [line.words for line in chat.said()] == [
        "还没有群订阅安全提醒，没有地方可发。请到群里 @我 发 /订阅 安全提醒。"
    ]


async def test_in_short_it_is_asked_back_since_it_goes_to_everybody(chat: Chat) -> None:
    await chat.say("陈安", "/高温 38 项目A工地")
    (card,) = chat.said()
    assert card.words.startswith("[卡片] ")
    assert "[确认]" in card.words
    await chat.say("陈安", "是的")
    assert chat.said()[0].words.startswith("【紧急·高温 38℃】项目A工地")


async def test_what_else_begins_with_heat_is_no_warning(chat: Chat) -> None:
    for said in ("高温补贴什么时候发", "高温管道没有警示牌", "高温天要停工吗"):
        await chat.say("陈安", said)
    assert "【紧急" not in "".join(line.words for line in chat.said())
