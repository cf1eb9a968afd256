"""The number of a hazard: YH-20261122-001, yh20261122001. Another kind of number is not taken for one."""

from bot.arguments.numbers import OnlyNumbered
from bot.domain.safety.hazards.hazard import PREFIX


class HazardNumber(OnlyNumbered):
    wanted = f"哪一条隐患？写上编号，例如 {PREFIX}-20261122-001。"
    called = "隐患"
    prefixes = (PREFIX,)
