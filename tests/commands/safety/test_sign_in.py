from collections.abc import Sequence
from datetime import datetime

import pytest

from bot.shapes.job import Job
from bot.storage.models.sign_in import MarkRecord
from scheduler.sign_in import remind
from tests.chat import Chat
from tests.services.safety.sign_in.playing import NUMBER, code, planned, wrong_code


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


async def at(chat: Chat, moment: str) -> None:
    await chat.advance(datetime.fromisoformat(moment).replace(tzinfo=chat.clock.time.tzinfo))
    chat.said()


async def test_with_the_code_of_the_moment(chat: Chat) -> None:
    await planned(chat)
    await at(chat, "2026-11-27 13:52")
    await chat.play(f"""
        张三> /签到 {await code(chat)}
        机器人> 签到成功：培训「消防」，13:52。
        张三> /签到 0000
        机器人> 你 13:52 已经签到培训「消防」，不用再签。
    """)
    marks = await MarkRecord.filter(user="zhangsan").order_by("id").values_list("mark", "by")
    assert list(marks) == [("已通知", "chenan"), ("签到", "zhangsan")]


async def test_planned_at_the_last_minute_its_leader_has_the_code_at_once(chat: Chat) -> None:
    await at(chat, "2026-11-27 13:50")
    await chat.say("陈安", "/培训 新建 消防 对象 张三 时间 今天14:00 地点 食堂")
    chat.said()
    await chat.press("陈安", chat.newest_card, "go")
    await chat.core.settle()
    number = NUMBER.replace("20261122", "20261127")
    assert [each.to for each in chat.said() if f"签到码 {await code(chat, number)}" in each.words] == ["陈安"]


async def test_the_button_asks_for_it(chat: Chat) -> None:
    await planned(chat)
    await at(chat, "2026-11-27 13:52")
    await chat.play(f"""
        张三> 按 [签到]
        机器人> [卡片] 培训「消防」 请直接把现场的四位签到码发给我。…
        张三> {await code(chat)}
        机器人> 签到成功：培训「消防」，13:52。
        张三> 按 [签到]
        机器人> [卡片] 已签到培训「消防」 13:52 已签到，不用再按。
    """)


async def test_too_early_and_too_late(chat: Chat) -> None:
    await planned(chat)
    await at(chat, "2026-11-27 13:44")
    await chat.play(f"""
        张三> /签到 {NUMBER} 1234
        机器人> 培训「消防」的签到时间是 13:45 到 14:30，现在不能签。错过了请现场负责人登记。
        张三> 按 [签到]
        机器人> [卡片] 培训「消防」 13:45 才开始签到。14:00，食堂。13:45 到 14:30 到现场按「签到」。 [签到] [来不了]
    """)
    await at(chat, "2026-11-27 14:31")
    await chat.play(f"""
        张三> /签到 {NUMBER} {await code(chat)}
        机器人> 培训「消防」的签到时间是 13:45 到 14:30，现在不能签。错过了请现场负责人登记。
    """)


async def test_a_wrong_code_may_be_tried_five_times(chat: Chat) -> None:
    await planned(chat)
    await at(chat, "2026-11-27 13:52")
    wrong = await wrong_code(chat)
    for left in (4, 3, 2, 1):
        await chat.play(f"""
            张三> /签到 {wrong}
            机器人> 签到码不对，还能试 {left} 次。看一下现场的屏幕或白板，码每 10 分钟会换。
        """)
    await chat.play(f"""
        张三> /签到 {wrong}
        机器人> 签到码不对，已经错了 5 次。在现场就请现场负责人用「点名」登记。
        张三> /签到 {await code(chat)}
        机器人> 签到码已经错了 5 次，不能再试。在现场就请现场负责人用「点名」登记。
    """)


async def test_who_was_not_asked_signs_by_the_number(chat: Chat) -> None:
    await planned(chat)
    await at(chat, "2026-11-27 13:52")
    right = await code(chat)
    await chat.play(f"""
        王五> /签到 {right}
        机器人> 现在没有等你签到的培训或演练。签到从开始前 15 分钟到开始后 30 分钟；过了时间请现场负责人登记。
        王五> /签到 {NUMBER} {right}
        机器人> 签到成功：培训「消防」，13:52。你不在通知名单里，也一样记下了。
        王五> /签到 PX-20261122-009 {right}
        机器人> 没有编号是 PX-20261122-009 的签到表。
    """)


async def test_what_is_no_code(chat: Chat) -> None:
    await chat.play("""
        张三> /签到
        机器人> 四位签到码是多少？看现场的屏幕或白板。直接回复就行，10:10 前有效；不办了就回「算了」。
        张三> 算了
        机器人> 好的，「签到」先不办了。
        张三> /签到 我到了
        机器人> 「我到了」不是签到码。签到码是四位数字，例如：/签到 4821
    """)
