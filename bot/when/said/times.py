"""Times of the day as they are named: 下午, 3点, 上班前; and 2小时后, which needs no day."""

from dataclasses import dataclass
from enum import Enum


class Part(Enum):
    """A part of the day as people say it. MORNING and AM are the same half day, but not the same hours."""

    DAWN = "凌晨"
    MORNING = "早上"
    AM = "上午"
    NOON = "中午"
    PM = "下午"
    EVENING = "晚上"
    NIGHT = "半夜"
    NIGHT_SHIFT = "夜班"
    WHOLE = "全天"


@dataclass(frozen=True, slots=True)
class Clock:
    """`exact`: written in the way of the 24-hour clock (15:00, 08:30, 零点), so 3 is never 15."""

    hour: int
    minute: int = 0
    exact: bool = False


class Edge(Enum):
    """A time that the shift decides."""

    START = "上班"
    END = "下班"


@dataclass(frozen=True, slots=True)
class TimeAway:
    """2小时后, 半小时前"""

    minutes: int
    back: bool
