"""What is said of an accident once it was reported: only ever added to. The last word on a topic counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Self

from bot.identifiers import UserId


class Topic(StrEnum):
    """What it is about; the value is what people read and write."""

    DEATHS = "死亡"
    SERIOUS = "重伤"
    MINOR = "轻伤"
    MISSING = "失踪"
    TRAPPED = "被困"
    LOSS = "直接损失"  # 元
    UNIT = "单位概况"
    WHEN = "时间"
    PLACE = "地点"
    SCENE = "现场"
    COURSE = "经过"
    MEASURES = "措施"
    OTHER = "其他"
    CHANNEL = "性质"
    HEAD_KNEW = "负责人接报"  # a moment
    DUTY = "上报"  # whether it must be reported to the government, as somebody in charge decided
    FILED = "已报"  # a Filing; each time it was reported
    VICTIM = "伤亡人员"  # a userid; each of them
    INJURY_FILED = "工伤申请"  # the day on which it was applied for
    TEAM = "调查组"  # userids
    INQUIRY_UNTIL = "调查期限"  # a day, later than the sixtieth
    CONCLUSION = "结论"
    CAUSE = "原因"
    PEOPLE = "责任"
    FIXED = "整改"
    TAUGHT = "教育"
    HANDED_OVER = "移交"  # to whom: the authority investigates
    CLOSED = "结案"


COUNTS: Final = (Topic.DEATHS, Topic.SERIOUS, Topic.MINOR, Topic.MISSING, Topic.TRAPPED)
NUMBERS: Final = (*COUNTS, Topic.LOSS)
FOUR: Final = (Topic.CAUSE, Topic.PEOPLE, Topic.FIXED, Topic.TAUGHT)  # 四不放过


@dataclass(frozen=True, slots=True)
class Statement:
    """`value`: as it is written down; empty: that it isn't known. `old`: what was written before, or was read from the
    report. `agreed_by`: the second person, where one was needed."""

    at: datetime
    by: UserId
    topic: Topic
    value: str
    old: str = ""
    why: str = ""
    agreed_by: UserId | None = None


@dataclass(frozen=True, slots=True)
class Filing:
    """That it was reported: when, to which authority, and who took it there."""

    at: datetime
    authority: str
    taker: str

    def written(self) -> str:
        return "\n".join((self.at.isoformat(), self.authority, self.taker))

    @classmethod
    def read(cls, written: str) -> Self:
        at, authority, taker = written.split("\n")
        return cls(datetime.fromisoformat(at), authority, taker)


def latest(said: Sequence[Statement], topic: Topic) -> Statement | None:
    return next((each for each in reversed(said) if each.topic is topic), None)
