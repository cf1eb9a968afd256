"""How the company wants people called about an accident. Read from [safety.calls]."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.identifiers import GroupId


class Link(StrEnum):
    """A part of the chain; the value is its key in the configuration."""

    SAFETY = "safety_admin"
    AREA = "area"  # whose the place is: the responsible, his deputy, the heads above; else those of the reporter
    SECURITY = "security"
    MANAGEMENT = "mgmt_group"
    ADMIN = "wecom_admin"
    HR = "hr"
    EXECUTIVE = "executive"


@dataclass(frozen=True, slots=True)
class CallRules:
    """`wait`: for 收到, before the phone rings, and again before the next person is told. `together`: how many are told
    at first of what is urgent. After `rounds` through the chain, `pause` apart, it ends. `limits`: at most so many
    calls of one person within a time (D-91627). `group`: where a line stands when nobody has it.
    """

    chain: tuple[Link, ...] = (Link.SAFETY, Link.AREA, Link.ADMIN, Link.HR, Link.EXECUTIVE)
    wait: timedelta = timedelta(seconds=60)
    together: int = 2
    rounds: int = 3
    pause: timedelta = timedelta(minutes=5)
    voice: bool = False
    limits: tuple[tuple[int, timedelta], ...] = ((3, timedelta(minutes=8)), (8, timedelta(hours=24)))
    group: GroupId | None = None


def may_ring(rules: CallRules, ages: Sequence[timedelta]) -> bool:
    """`ages`: how long ago each call of one person was."""
    return all(sum(age < within for age in ages) < most for most, within in rules.limits)
