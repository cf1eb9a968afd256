"""Whether work stops may be decided in words, and changed; going on needs a reason."""

from collections.abc import Sequence

import pytest

from bot.domain.safety.hazards.hazard import Grade, HazardState
from bot.shapes.job import Job
from tests.chat import Chat
from tests.services.safety.hazards.given import given, hazard


@pytest.fixture
def jobs() -> Sequence[Job]:
    return []


async def test_it_is_decided_and_changed(chat: Chat) -> None:
    await given(chat, hazard(chat, HazardState.FIXING, grade=Grade.MAJOR))
    about = "重大隐患 YH-20261123-001（3号车间 配电箱门坏了）：陈安 决定"
    await chat.play(f"""
        陈安> /停产决定 YH-20261123-001 局部停产 先把三号机停下
        机器人→王强> {about}局部停产（先把三号机停下）。请停下受影响的作业，拉好警戒，无关人员不要靠近。
        机器人→张三> 你报的 YH-20261123-001（3号车间 配电箱门坏了）：已决定局部停产。…
        机器人→集团工作群> 【安全】3号车间 配电箱门坏了：局部停产。请停下受影响的作业，…
        机器人→项目A工作群> …
        机器人→项目B工作群> …
        机器人> 已决定：局部停产（先把三号机停下）。责任人和相关负责人已通知。请确认警戒已经拉好。
        陈安> /停产决定 YH-20261123-001 边整改边生产
        机器人> 理由是什么？…
        陈安> 箱体已断电隔离
        机器人→王强> {about}边整改边生产（箱体已断电隔离）。作业可以继续，临时措施要到位，有变化马上停下来报告。
        机器人→张三> 你报的 YH-20261123-001（3号车间 配电箱门坏了）：已决定边整改边生产。…
        机器人> 已决定：边整改边生产（箱体已断电隔离）。责任人和相关负责人已通知。请确认临时措施已经到位。
        王强> /停产决定 YH-20261123-001 边整改边生产 快修好了
        机器人> 整改责任人不能自己定边整改边生产，请安全管理员或集团高管来定。要停产，你可以直接定。
        郭涛> /停产决定 YH-20261123-001 停产撤人
        机器人> 是否停产由安全管理员、区域的部门负责人或集团高管决定。情况紧急，先撤人，再打电话给他们。
        张三> /停产决定 YH-20261123-001 停产撤人
        机器人> 「停产决定」由集团高管、部门负责人、安全管理员使用。看到马上要出事，先撤人，再发 /事故 地点 情况。
    """)
