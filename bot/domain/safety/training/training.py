"""A training, from the plan to the record.

安全生产法 art. 28: its time, content, participants and result are recorded truthfully.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.dates import clock_time
from bot.identifiers import FileId, UserId

PREFIX: Final = "PX"
USUAL: Final = 60  # minutes, where nobody says how long it lasts
LONGEST: Final = 8 * 60
PASS_MARK: Final = 80  # percent


class TrainingKind(StrEnum):
    """生产经营单位安全培训规定 art. 11-14: newcomers, art. 17: other work and back after long."""

    NEWCOMERS = "三级教育"
    OTHER_WORK = "转岗"
    BACK = "复工"
    SPECIAL = "专项"
    TEAM = "班组"
    LICENCE = "特种作业复审"


_WORDS: Final[Mapping[TrainingKind, tuple[str, ...]]] = {
    TrainingKind.LICENCE: ("特种作业", "复审"),
    TrainingKind.NEWCOMERS: ("三级教育", "三级安全教育", "新员工", "入职培训", "新入职"),
    TrainingKind.OTHER_WORK: ("转岗", "换岗", "调岗"),
    TrainingKind.BACK: ("复工", "返岗", "节后开工"),
    TrainingKind.TEAM: ("班组", "班前会"),
}


class TrainingState(StrEnum):
    DRAFT = "草稿"
    PLANNED = "已通知"
    CALLED_OFF = "已取消"


@dataclass(frozen=True, slots=True)
class Training:
    """`audience` says in words who is to come; `minutes`: how long. `exam`: whether what was learnt is asked."""

    number: str
    kind: TrainingKind
    topic: str
    author: UserId
    trainer: UserId
    audience: str
    starts: datetime
    place: str
    minutes: int
    exam: bool
    state: TrainingState = TrainingState.DRAFT
    made_up: str = ""  # the number of the one that this makes up for

    @property
    def ends(self) -> datetime:
        return self.starts + timedelta(minutes=self.minutes)

    @property
    def hours(self) -> float:
        return self.minutes / 60

    def said(self, now: datetime) -> str:
        """`11月27日(周五) 14:00 二楼会议室`"""
        return f"{clock_time(self.starts, now)} {self.place}".strip()


@dataclass(frozen=True, slots=True)
class Material:
    """What is read before or kept with it: words (also a link), or a file of ours called `name`."""

    text: str = ""
    file: FileId | None = None
    name: str = ""


def kind_of(topic: str) -> TrainingKind:
    """What its topic says; a training on one matter, where it says nothing."""
    return next((kind for kind, words in _WORDS.items() if any(each in topic for each in words)), TrainingKind.SPECIAL)


def hours_said(minutes: int) -> str:
    """`1.5 小时`"""
    return f"{minutes / 60:.1f}".removesuffix(".0") + " 小时"
