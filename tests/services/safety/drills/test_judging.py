from datetime import datetime

from tests.chat import Chat
from tests.commands.safety.drills import TOLD


async def test_a_card_that_was_pressed_before_changes_nothing(chat: Chat) -> None:
    await chat.play(f"""{TOLD.rstrip()}
        陈安> /演练计划 取消 YL-20261122-001
        机器人→张三> 演练「消防疏散」取消了，…
        机器人> YL-20261122-001 已取消，参加的人都告诉了。
    """)
    chat.clock.time = datetime.fromisoformat("2026-11-24T16:00:00+08:00")
    await chat.play("""
        陈安> /演练评估 YL-20261122-001 没有问题
        机器人> YL-20261122-001 取消，不能评估。发 /演练记录 看看。
    """)


async def test_too_many_gaps_are_no_judgement(chat: Chat) -> None:
    await chat.play(TOLD)
    chat.clock.time = datetime.fromisoformat("2026-11-24T16:00:00+08:00")
    gaps = "；".join(f"灯{number}不亮" for number in range(11))
    await chat.play(f"""
        陈安> /演练评估 YL-20261122-001 问题：{gaps}
        机器人> 问题写了 11 个，一次最多 10 个。请合并一下。
    """)
    assert await chat.core.records.hazards.open_ones() == []
