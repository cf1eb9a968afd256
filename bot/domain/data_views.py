"""Somebody looked at something private of somebody else: that is kept, and shown to whom it is about.

个人信息保护法 art. 44, 45 and 51: people may know who handles what of theirs.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.identifiers import UserId


class What(StrEnum):
    """What was looked at, as people read it."""

    REASON = "请假原因"
    PAPERS = "请假材料"
    TREATMENT = "医疗期"
    BALANCE = "假期余额"
    FACTS = "假期资料"
    EXPORT = "请假导出"
    VICTIM = "事故伤亡记录"
    REPORTER = "隐患报告人"
    CASES = "违规记录"
    TRAIL = "操作记录"
    MATTER = "移交材料"
    INCIDENT = "安全事件"


@dataclass(frozen=True, slots=True)
class DataView:
    """`about`: the number of what it was of, if it has one. `why`: what the viewer said it is for, or nothing."""

    at: datetime
    viewer: UserId
    whose: UserId
    what: What
    about: str = ""
    why: str = ""
