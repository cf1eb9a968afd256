"""A training as its organiser says it, in any order: 消防器材使用 对象 生产部 时间 11月27日14:00 地点 二楼会议室,
or 周五下午两点消防培训 生产部都要参加.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import Numbered
from bot.arguments.training_audience import LABELS
from bot.domain.dates import clock_time
from bot.domain.people import Person
from bot.domain.safety.training.training import LONGEST, USUAL
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.understanding.emergency.places import find_place
from bot.when.read_moment import read_moment

MOST: Final = 60  # characters of a topic
MOST_WORDS: Final = 300  # characters that are looked at for one
_WHEN_LABEL: Final = regex(r"(?:培训)?(?:时间|日期)(?:改?[到为成至])?[:：是]?\s*")
_PLACE: Final = regex(rf"(?:培训)?(?:地点|地址|位置)[:：是为]?\s*(?P<place>.+?)(?=[，,。;；\s]|{LABELS}|$)")
_PLACE_AT: Final = regex(r"(?<![\w])[在到]\s*$")
_EXAM: Final = regex(
    r"(?<![，,、\s])[，,、\s]*(?P<no>不|无|没有|免)?(?:需要?|要|有|含|带|用)?(?:考试|测验|考核|答题|考一下)[，,。\s]*"
)
_LENGTH: Final = regex(
    r"(?:时长|学时|时间长度|大概|大约|约|预计|持续|用时|讲)?[:：]?\s*(?:(?P<hours>\d{1,2}(?:\.\d)?|[一两二三四五六七八半])\s*(?:个)?(?P<half>半)?"
    r"(?:小时|学时|钟头|课时)(?P<more>半)?|(?P<minutes>\d{2,3})\s*(?:分钟|min))(?![前后之以内])"
)
_TRAINER: Final = regex(
    rf"(?:讲师|主讲人?|授课人?|培训师|老师|由)[:：是为]?\s*(?P<who>\S.*?)(?=[，,。;；\s]|主讲|授课|来讲|讲课|{LABELS}|$)"
)
_DIGITS: Final = dict(zip("一两二三四五六七八", (1, 2, 2, 3, 4, 5, 6, 7, 8), strict=True)) | {"半": 0.5}
_ASIDE: Final = regex(
    r"^(?:新建|新增|创建|建立|发起|安排|组织|举行|举办|开展|计划|准备|打算|要|想|我们?|公司|通知|请|大家|一下|一个|一次|一场|一堂|个|次|场|开|搞|办|做|给|对|进行|[，,、。：:的\s])+"
    r"|(?:[，,、。\s]|都|得|要|必须|全部|务必|准时|按时|来|参加|到场|一下|通知|大家|请|吧|哈|谢谢)+$"
)
_LABEL: Final = regex(r"(?:培训)?(?:主题|题目|内容|课题)[:：是为]?\s*")


class TrainingNumber(Numbered):
    wanted = "哪个培训？写上编号，例如 PX-20261127-001。"
    prefix = "PX"


@dataclass(frozen=True, slots=True)
class TrainingStart:
    """`assumed`: a default decided on the hour."""

    wanted: ClassVar[str] = "什么时候开始？例如 11月27日14:00。"

    at: datetime
    now: datetime
    assumed: bool = False

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        taken = read_moment(words.left, scene.now, scene.calendar, scene.shift)
        if taken is None:
            return None
        at = taken.settled()
        if at <= scene.now:
            said = clock_time(at, scene.now)
            raise UserError(Code.PAST_DATE, f"{said} 已经过了，培训要安排在以后。写一个以后的时间，例如 明天14:00。")
        words.left = _WHEN_LABEL.sub(" ", taken.rest).strip()
        return cls(at, scene.now, taken.assumed)

    @property
    def guess(self) -> str | None:
        return f"{clock_time(self.at, self.now)} 开始" if self.assumed else None

    @property
    def echo(self) -> str:
        return "" if self.assumed else f"{clock_time(self.at, self.now)} 开始"

    def explained(self) -> Mapping[str, Any]:
        return {"start": f"{self.at:%Y-%m-%dT%H:%M}"}


@dataclass(frozen=True, slots=True)
class TrainingPlace:
    wanted: ClassVar[str] = "在哪里培训？"

    place: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if labelled := words.take(_PLACE):
            return cls(shown(labelled["place"].strip(), 40))
        found = find_place(words.left)
        if found is None:
            return None
        place = words.left[found.start() : found.end()]
        lead = _PLACE_AT.search(words.left[: found.start()])
        words.cut(lead.start() if lead else found.start(), found.end())
        return cls(place)

    def explained(self) -> Mapping[str, Any]:
        return {"place": self.place}


@dataclass(frozen=True, slots=True)
class TrainingExam:
    wanted: ClassVar[str] = "要考试吗？"

    wanted_: bool

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_EXAM)
        return cls(not found["no"]) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"exam": self.wanted_}


@dataclass(frozen=True, slots=True)
class TrainingLength:
    wanted: ClassVar[str] = "多长时间？例如 1.5小时。"

    minutes: int

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_LENGTH)
        if found is None:
            return None
        minutes = int(found["minutes"]) if found["minutes"] else _minutes(found)
        if not 10 <= minutes <= LONGEST:
            raise UserError(Code.LIMIT, "一次培训从 10 分钟到 8 小时。更长的请分几次安排。")
        return cls(minutes)

    def explained(self) -> Mapping[str, Any]:
        return {"minutes": self.minutes} if self.minutes != USUAL else {}


@dataclass(frozen=True, slots=True)
class Trainer:
    wanted: ClassVar[str] = "谁来讲？"

    person: Person
    name: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = _TRAINER.search(words.narrow)
        spotted = scene.company.finder.people.spot(found["who"]) if found else None
        if found is None or spotted is None or len(spotted.people) != 1:
            return None
        words.cut(found.start(), found.start("who") + spotted.end)
        return cls(spotted.people[0], scene.company.told_apart(spotted.people[0]))

    def explained(self) -> Mapping[str, Any]:
        return {"trainer": self.name}


@dataclass(frozen=True, slots=True)
class TrainingTopic:
    """What is left of the line."""

    wanted: ClassVar[str] = "培训什么？"

    topic: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        left = _LABEL.sub(" ", words.rest())
        _ensure_short(left, MOST_WORDS)
        topic = " ".join(_ASIDE.sub("", _ASIDE.sub("", left)).split()).strip("，,、。；;:： ")
        if topic in ("", "培训", "学习", "教育"):
            return None
        _ensure_short(topic, MOST)
        return cls(topic)

    def explained(self) -> Mapping[str, Any]:
        return {"topic": self.topic}


def _ensure_short(topic: str, most: int) -> None:
    """Raises UserError."""
    if len(topic) > most:
        raise UserError(Code.LIMIT, f"培训主题有 {len(topic)} 个字，最多 {MOST} 个。请写短一些，细节放进资料里。")


def _minutes(found: re.Match[str]) -> int:
    said = found["hours"]
    hours = _DIGITS.get(said) or float(said)
    return int(60 * (hours + (0.5 if found["half"] or found["more"] else 0)))
