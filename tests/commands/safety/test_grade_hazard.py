"""A hazard is graded by its card or a line; what its grounds are, and who hears of it."""

from dataclasses import replace

from bot.domain.safety.hazards.criteria import criteria
from bot.identifiers import TaskId
from bot.services.safety.hazards.wording import GENERAL, OWNER
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Card
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN, REPORTED


async def test_by_the_card_it_is_given_to_somebody_at_once(chat: Chat) -> None:
    await chat.play(GIVEN)


async def test_it_may_be_graded_and_given_later(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> 选 [先不派] 按 [属实·一般]
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已核实，属实，定为一般隐患。
        机器人> [卡片] YH-20261122-001 3号车间：配电箱门坏了 定为一般隐患。派单发「/整改 YH-20261122-001…
    """)


async def test_a_major_one_needs_its_grounds(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> /核实 YH-20261122-001 重大
        机器人> 定为重大的依据是什么？例如：要停产才能整改。直接回复就行…
        陈安> 算了
        机器人> 好的，「核实」先不办了。
        陈安> 按 [属实·重大]
        机器人> [卡片] YH-20261122-001 定为重大的依据…
        陈安> 勾 [] 按 [定为重大]
        机器人> [卡片] 没有办成 定为重大至少要勾一条依据。也可以发「/核实 YH-20261122-001 重大 依据」。
    """)


async def test_a_major_one_is_put_to_those_who_may_stop_work(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> 按 [属实·重大]
        机器人> [卡片] YH-20261122-001 定为重大的依据…
        陈安> 勾 [要停产] 按 [定为重大]
        机器人→陈安> [卡片] 重大隐患 YH-20261122-001：30 分钟内决定停不停产…
        机器人→王强> [卡片] 重大隐患 YH-20261122-001：30 分钟内决定停不停产…
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已核实，属实，定为重大隐患。
        机器人> [卡片] YH-20261122-001 3号车间：配电箱门坏了 定为重大隐患。派单发…
    """)


async def test_what_is_major_does_not_become_general_again(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.play("""
        陈安> /核实 YH-20261122-001 重大 要停产才能换
        机器人→陈安> [卡片] 重大隐患 YH-20261122-001：30 分钟内决定停不停产…
        机器人→王强> [卡片] 重大隐患 YH-20261122-001：30 分钟内决定停不停产…
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已升级为重大隐患。
        机器人→王强> [卡片] 重大隐患请你整改 YH-20261122-001…
        机器人> YH-20261122-001 定为重大隐患。3号车间：配电箱门坏了。
        陈安> /核实 YH-20261122-001 一般
        机器人> YH-20261122-001 已经定为重大隐患。整改好了由责任人发「/申请验收 YH-20261122-001」。
    """)


async def test_only_officers_grade(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        张三> /核实 YH-20261122-001 一般
        机器人> 「核实」由人力资源、安全管理员、企业微信管理员使用。发 /帮助 看看你能用什么。
    """)


async def test_a_press_that_says_nothing_of_its_list_gives_it_to_nobody(chat: Chat) -> None:
    """A client may send the list along with nothing chosen."""
    await chat.play(REPORTED)
    card = next(each.content.task_id for each in chat.channels[Via.APP].sent if isinstance(each.content, Card))
    await chat.press("陈安", card or TaskId(""), GENERAL, selected={OWNER: ()})
    assert ["定为一般隐患" in each.words for each in chat.said()] == [True, True]


async def test_what_a_standard_calls_major_is_hinted_at_and_ticked_by_who_decides(database: Database) -> None:
    chat = await Chat.open(
        database,
        jobs=[],
        company=lambda each: replace(each, safety=replace(each.safety, criteria=criteria(("消防",)))),
    )
    await chat.play("""
        张三> /隐患 3号车间 东门安全出口锁着
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001 东门安全出口锁着
        可能够得上重大：安全出口或疏散通道堵死（GB 35181 重大火灾隐患判定）。请你对照标准判断。…
        机器人> [卡片] 已登记 YH-20261122-001…
        陈安> 按 [属实·重大]
        机器人> [卡片] YH-20261122-001 定为重大的依据…
        陈安> 勾 [安全出口] 按 [定为重大]
        机器人→陈安> …
        机器人→王强> …
        机器人→张三> …
        机器人> …
    """)
    hazard = await chat.core.records.hazards.get("YH-20261122-001")
    assert hazard
    assert hazard.grounds == ("安全出口或疏散通道堵死（GB 35181 重大火灾隐患判定）",)
    await chat.close()
