"""What people read of the tree of calls. In a group stands no name, no injury and no place."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from bot.domain.safety.accidents.reports import Accident, AccidentState

YOUR_TURN: Final = "前面的人还没有确认，现在轮到你"
YOUR_PLACE: Final = "刚知道出事的地点归你管"
ONCE_MORE: Final = "叫过一遍，还没有人确认"
TOLD_AGAIN: Final = "还没有人确认，又有人报告"
AGAIN: Final = "刚才关闭了，又有人报告"
GIVEN_BACK: Final = "原来处理的同事处理不了"
TOO_OFTEN: Final = "刚打过几次，暂时不能再打"
CANNOT_RING: Final = "电话没有打出去"
NOBODY_KNOWS: Final = "不知道电话有没有打通"
_HELP: Final = "着火、有人被困打 119，有人受伤打 120，有人行凶打 110"
NAMED: Final = 4  # of those who were told, in a sentence
WHY: Final[Mapping[AccidentState, Mapping[str, str]]] = {
    AccidentState.FALSE_ALARM: {
        "mistaken": "看错或听错了",
        "device": "设备误报警",
        "slip": "误发或开玩笑",
        "elsewhere": "不是本单位的事",
        "checked": "到现场看过，没有事",
    },
    AccidentState.DRILL: {"planned": "计划内的演练", "test": "测试系统"},
}


def alone(accident: Accident, names: Sequence[str], again: timedelta | None) -> str:
    """For the reporter, when the chain is through."""
    some = "、".join(names[:NAMED]) + (f"等 {len(names)} 人" if len(names) > NAMED else "")
    whom = f"通知了 {some}，" if names else ""
    phone = f"直接打电话找 {names[0]}" if names else "直接打电话找班组长和领导"
    if not accident.facts.urgent:
        return f"{accident.number} {whom}还没有人确认收到。请{phone}。"
    then = f"{_minutes(again)}后我再叫一遍。" if again else "我已经叫过几遍，不再叫了，有人确认就告诉你。"
    return f"{accident.number} {whom}还没有人确认收到。别等：{_HELP}，再{phone}。{then}"


def in_a_group(accident: Accident) -> str:
    call = "请负责安全的同事马上看私信；现场有危险的先撤离，打 119 或 120。"
    return f"{accident.number} 是一条紧急报告，还没有人确认收到。{call}"


def _minutes(pause: timedelta) -> str:
    return f"{max(1, round(pause.total_seconds() / 60))} 分钟"


def cannot(accident: Accident, names: Sequence[str]) -> str:
    """For the reporter: who had it gives it back."""
    after = f"已转给 {'、'.join(names)}，有人确认收到，我就告诉你。" if names else "请直接打电话找领导。"
    return f"{accident.number} 原来处理的同事处理不了，{after}"


def opened_again(accident: Accident, name: str) -> str:
    return f"{accident.number} 没有关闭：{name} 重新打开了，由他处理。有危险先撤离，打 119 或 120。"
