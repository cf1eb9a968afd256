"""What people do, in strands that have nothing to do with each other: whatever becomes of one, the others end as alone.

So what a seed must lead to needs no life of its own: it is the sum of what its strands lead to.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.shapes.incoming import Via
from tests.crash.flows import PLANNING, PROJECT_A, presses, says
from tests.crash.outside import Action


@dataclass(frozen=True, slots=True)
class Strand:
    """`hurried`: nobody waits for WeCom's acknowledgement before he writes the next. `concerns`: of those that touch
    the same, a seed has one. `lasts`: seconds in which something comes of it by itself."""

    name: str
    actions: tuple[Action, ...]
    hurried: bool = False
    concerns: frozenset[str] = frozenset()
    lasts: float = 0.0


def _strand(
    name: str, *actions: Action, hurried: bool = False, concerns: Sequence[str] = (), lasts: float = 0.0
) -> Strand:
    own = tuple(replace(each, key=f"{name}.{each.key}") for each in actions)
    return Strand(name, own, hurried, frozenset({*concerns, *(each.user for each in actions)}), lasts)


STRANDS = (
    _strand("one asks", says("1", "张三", "/昵称检查 生产部-张三")),
    _strand(
        "one asks much in a hurry",
        *(says(str(number), "David Chen", "/昵称检查 研发部-David" + "a" * number) for number in range(1, 5)),
        hurried=True,
    ),
    _strand(
        "a command fails in the midst of others",
        says("1", "王五", "/坏"),
        says("2", "王五", "/昵称检查"),
        says("3", "王五", "/转告"),
    ),
    _strand("somebody else hears of it", says("1", "小运营", "/转告"), says("2", "小运营", "/转告")),
    _strand(
        "a card is pressed twice",
        says("1", "郑群", "/退订 安全提醒", at=PROJECT_A, via=Via.BOT),
        presses("2", "郑群", "确认", at=PROJECT_A),
        presses("3", "郑群", "确认", at=PROJECT_A),
    ),
    _strand("a group wants the reminders", says("1", "陈安", "/订阅 安全提醒", at=PLANNING, via=Via.BOT)),
    _strand(
        "a leave is agreed to",
        says("1", "张三", "/请假 年假 2026-11-24至2026-11-25"),
        presses("2", "王强", "同意", sees="张三"),
    ),
    _strand(
        "another leave is agreed to",
        says("1", "王五", "/请假 年假 2026-11-26"),
        presses("2", "郭涛", "同意", sees="王五"),
    ),
    _strand(
        "a cry for help", says("1", "阿卜杜拉·买买提", "仓库着火了"), says("2", "阿卜杜拉·买买提", "仓库的火越来越大了")
    ),
    _strand(
        "one is reminded in time",
        says("1", "何苗", "/提醒 我 今天10:02 交巡检表"),
        says("2", "何苗", "/我的提醒"),
        lasts=130.0,
    ),
    _strand(
        "a group is asked for, approved and made",
        says("1", "周敏", "/建群 项目公司工作群 项目C"),
        presses("2", "郭涛", "同意", sees="周敏"),
        concerns=("rooms",),
    ),
    _strand(
        "somebody is let in",
        says("1", "李四", "/入群 项目A工作群 要对接工艺"),
        presses("2", "郑群", "同意", sees="李四"),
        concerns=("rooms",),
    ),
    _strand(
        "somebody goes",
        says("1", "欧阳静", "/退群 项目A工作群"),
        presses("2", "欧阳静", "确认", sees="退群"),
        concerns=("rooms",),
    ),
    _strand("a hazard is reported", says("1", "林宓", "/隐患 3号车间 配电箱门坏了")),
)
