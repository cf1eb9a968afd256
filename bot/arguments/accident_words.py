"""What somebody adds to an accident: numbers of people, the loss, and sections of the report, each after its name.

死亡0 重伤1 · 损失 3.5万 · 现场 起重机侧翻 · 经过 … ； 措施 … · 性质 道路交通 · 负责人接报 9:45 · 伤者 张三
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from bot.arguments.accident_counts import read_counts
from bot.arguments.past_moments import past_day, past_moment
from bot.arguments.people import PersonNamed
from bot.domain.safety.accidents.case import Channel
from bot.domain.safety.accidents.statements import Topic
from bot.domain.width import narrow
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

MOST: Final = 1_000  # characters of a section
HOW: Final = (
    "可以这样写：死亡0 重伤1；损失 3.5万；现场 起重机侧翻；经过 先写时间再写事情；措施 已断电。不知道的写「待核实」。"
)
UNKNOWN: Final = regex("待核实|不明|不清楚|未知|还?不知道")
_LABELS: Final = {
    Topic.UNIT: "单位概况|单位情况|单位",
    Topic.HEAD_KNEW: "负责人(?:接报|知道|接到报告)(?:时间)?",
    Topic.INJURY_FILED: "工伤(?:申请|认定申请|认定)",
    Topic.WHEN: "(?:事故|发生)?时间",
    Topic.PLACE: "(?:事故|发生)?地点",
    Topic.SCENE: "(?:事故)?现场(?:情况)?",
    Topic.COURSE: "(?:简要|事故)?经过",
    Topic.MEASURES: "(?:已经?采取的?)?措施",
    Topic.OTHER: "其他(?:情况)?",
    Topic.CHANNEL: "(?:事故)?性质",
    Topic.VICTIM: "伤亡人员|伤者|伤员|死者",
}
_LABEL: Final = regex("|".join(f"(?P<{topic.name}>{words})" for topic, words in _LABELS.items()))
_SEGMENTS: Final = regex(r"[\n；;]+")
_WHY: Final = regex(r"(?<![，,。\s])[，,。\s]*(?:原因|理由|因为)[是为:：\s]*(?P<why>.+)$")
_IDLE: Final = regex(r"[\s，,。、.人名个位员:：和及]|伤亡(?:人数|情况)?|人数|数字|更正为?|改为|改成")
_CHANNELS: Final = {
    Channel.ROAD: "道路|交通",
    Channel.FIRE: "火",
    Channel.EQUIPMENT: "特种|设备",
    Channel.BUILDING: "建筑|施工|工程",
    Channel.ENVIRONMENT: "环境|环保",
    Channel.NUCLEAR: "核",
    Channel.PRODUCTION: "生产|厂内|一般",
}
_MOMENTS: Final = frozenset({Topic.WHEN, Topic.HEAD_KNEW})


@dataclass(frozen=True, slots=True)
class Added:
    """`items`: topics and their values as they are kept; of victims nothing, where they are asked for. `why`: the
    reason for a change of numbers."""

    wanted: ClassVar[str] = f"要补什么？{HOW}"

    items: tuple[tuple[Topic, str], ...]
    why: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest().strip()
        if not written:
            return None
        found = cls(())
        for segment in filter(None, map(str.strip, _SEGMENTS.split(written))):
            found = found.with_(segment, scene)
        return found

    def with_(self, segment: str, scene: Scene) -> Self:
        """Raises UserError for what says nothing."""
        if label := _LABEL.match(segment):
            topic = Topic[label.lastgroup or ""]
            return replace(self, items=(*self.items, (topic, _value(topic, segment[label.end() :], scene))))
        narrowed = narrow(segment)
        why = _WHY.search(narrowed)
        counted = narrowed[: why.start()] if why else narrowed
        try:
            counts, left = read_counts(counted)
        except ValueError as error:
            raise UserError(Code.LIMIT, f"「{shown(str(error))}」这个数太大，核对一下再发。") from None
        if not (counts or why) or _IDLE.sub("", left):
            strange = _IDLE.sub("", left) or segment
            raise UserError(Code.CLARIFY, f"没看懂「{shown(strange)}」是哪一项。{HOW}")
        return replace(self, items=(*self.items, *counts), why=why["why"].strip() if why else self.why)

    def explained(self) -> Mapping[str, Any]:
        facts = {topic.value: value for topic, value in self.items}
        return {"facts": facts, "reason": self.why} if self.why else {"facts": facts}


def _value(topic: Topic, written: str, scene: Scene) -> str:
    """As it is kept. Raises UserError."""
    written = written.strip(" 　:：是为，,")
    if topic is Topic.VICTIM:
        return _person(written, scene) if written else ""
    if not written:
        raise UserError(Code.MISSING_ARG, f"{topic}写什么？直接回复内容，不知道就写「待核实」。", missing=("text",))
    if len(written) > MOST:
        raise UserError(Code.LIMIT, f"{topic}有 {len(written)} 个字，最多写 {MOST} 个。请写短一些。")
    if UNKNOWN.fullmatch(written):
        return ""
    if topic is Topic.CHANNEL:
        return _channel(written)
    if topic is Topic.INJURY_FILED:
        return past_day(written, scene).isoformat()
    return _moment(written, scene).isoformat() if topic in _MOMENTS else written


def _moment(written: str, scene: Scene) -> datetime:
    """Raises UserError."""
    found = past_moment(written, scene)
    if found is None:
        raise UserError(Code.INVALID_DATE, f"「{shown(written)}」看不出是什么时间。写成 11月22日 9:40 这样。")
    return found[0]


def _channel(written: str) -> str:
    for channel, words in _CHANNELS.items():
        if re.search(words, written):
            return channel
    raise UserError(Code.UNKNOWN_TYPE, f"没有「{shown(written)}」这种性质，可以写{'、'.join(Channel)}。")


def _person(written: str, scene: Scene) -> str:
    person = PersonNamed.read(Words(written), scene)
    if person is None:
        raise UserError(Code.MISSING_ARG, "伤亡的是谁？写上姓名，只有经手人看得到。", missing=("target",))
    return person.person.user_id
