from datetime import datetime

from bot.domain.safety.drills.drill import DrillState
from tests.chat import Chat
from tests.commands.safety.drills import TOLD

AFTER = datetime.fromisoformat("2026-11-24T15:30:00+08:00")


async def test_each_gap_is_a_hazard(chat: Chat) -> None:
    await chat.play(TOLD)
    chat.clock.time = AFTER
    await chat.play("""
        陈安> /演练评估 YL-20261122-001 好的：3分钟撤完；问题：东门打不开
        机器人→陈安> [卡片] 隐患待核实 YH-20261124-001 演练发现：东门打不开 地点：3号车间 …
        机器人> 专项演练「消防疏散」已评估（YL-20261122-001）：到 0/1 人。问题 1 个，登记隐患 YH-20261124-001。
        陈安> /演练评估 YL-20261122-001 没有问题
        机器人> YL-20261122-001 已评估，不能评估。发 /演练记录 看看。
    """)
    drill = await chat.core.records.drills.get("YL-20261122-001", AFTER)
    assert drill
    assert (drill.state, drill.went_well, drill.gaps) == (DrillState.DONE, "3分钟撤完", ("东门打不开",))
    hazard = await chat.core.records.hazards.get("YH-20261124-001")
    assert hazard
    assert hazard.source == "YL-20261122-001"


async def test_not_before_it_and_not_by_others(chat: Chat) -> None:
    await chat.play(f"""{TOLD.rstrip()}
        陈安> /演练评估 YL-20261122-001 没有问题
        机器人> YL-20261122-001 还没开始，11月24日(周二) 14:00，3号车间。演练完再评估。
        张三> /演练评估 YL-20261122-001 没有问题
        机器人> 这次演练由负责人和安全管理员管理。要补充请告诉他们。
    """)
