"""An inspection as it is asked for: 3号车间 消防, or again and again: 每周一 3号车间 消防检查表 检查人 陈安."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import Numbered
from bot.arguments.people import PersonNamed
from bot.domain.notices.on_holiday import OnHoliday
from bot.domain.safety.inspections.checklist import Checklist
from bot.domain.safety.inspections.rounds import USUAL
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_recurrence import read_recurrence

LONGEST: Final = 20  # characters of a place
_STOP: Final = regex(r"(?:停(?:掉|用|止)?|取消|删除?)\s*(?:检查)?(?:计划)?\s*JH[-—–_ ]?(\d{8})[-—–_ ]?(\d{3,6})", re.I)
_CHANGE: Final = regex(
    r"(?:(?:改|换|调整|修改)(?:一下)?(?:检查)?(?:计划)?\s*)?"
    r"JH[-—–_ ]?(\d{8})[-—–_ ]?(\d{3,6})\s*(?:改为|改成|改到|换成|改)?",
    re.I,
)
_INSPECTOR: Final = regex(r"(?:检查人|负责人|由|让)(?:员)?(?:[:：是为]|换成|改成|改为|换|改)?\s*")
_HANDED_IN: Final = regex("^(?:没错|对的?)?[，,]?(?:确认)?提交[。！!]?$")
_ALL_GOOD: Final = regex("(?:全部?|都|全都)(?:是)?(?:合格|没问题|正常)(?:的)?|没有不合格(?:的)?")
_LEFT_OUT: Final = regex(r"(?:不适用|没有这(?:项|些))(?:的)?(?:是|有)?[:：]?\s*(?P<places>\d[\d\s、，,和]*)")
_NOT_PLACES: Final = regex(r"[^\d\s、，,和项第号。不合格是有:：]")
_CHARGED: Final = regex(r"负责(?:检查)?|来?(?:检查|查)(?=$|[\s，,。])")
_TO_CHECK: Final = regex("(?:去|来)?(?:检查|查)")  # 让李四检查3号车间
_HOLIDAY: Final = regex(
    r"[，,\s]*(?:遇?到?(?:节假日|节日|放假|休息日?|假期)的?(?:时候?)?)(?:就|也)?(?:(?P<skip>跳过|不查|不做|免)|(?P<before>提前)|(?P<after>顺延|推迟|往后)|(?P<stay>照查|照做|照常))"
)
_AROUND: Final = regex(
    r"^(?:地点|区域|检查|去|到|查|对|在|[:：，,、。的\s])+|(?:负责|来?查|检查表?|一下|[:：，,、。的\s])+$"
)


@dataclass(frozen=True, slots=True)
class ListNamed:
    """A check list of the company, by its name or another name: 消防, 消防检查表, 消防安全检查."""

    wanted: ClassVar[str] = "用哪张检查表？例如 消防；有哪些发 /检查表。"

    checklist: Checklist

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        rules = scene.company.safety.inspections
        names = sorted((name for each in rules.lists.values() for name in each.names), key=len, reverse=True)
        named = re.compile(rf"(?P<name>{'|'.join(map(re.escape, names))})(?:安全)?(?:检查)?表?(?=$|[\s，,。;；])")
        found = words.take(named) if names else None
        checklist = rules.called(found["name"]) if found else None
        return cls(checklist) if checklist else None

    def explained(self) -> Mapping[str, Any]:
        return {"checklist": self.checklist.name}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`recurrence`: the contract's string."""

    wanted: ClassVar[str] = "多久查一次？例如 每周一8:30、每月第一个工作日、节前3天。"

    recurrence: str
    assumed: bool = False

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        taken = read_recurrence(words.left, scene.shift)
        if taken is None:
            return None
        words.left = taken.rest
        return cls(taken.settled().text(USUAL), taken.assumed)

    def explained(self) -> Mapping[str, Any]:
        return {"recurrence": self.recurrence}


@dataclass(frozen=True, slots=True)
class Inspector(PersonNamed):
    """Behind 检查人; without that word, somebody whose whole name stands there."""

    wanted: ClassVar[str] = "谁来查？写上姓名。"
    key: ClassVar[str] = "inspector"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        label = _INSPECTOR.search(words.narrow)
        if label:
            charged = _CHARGED.sub(" ", words.left[label.end() :])
            named = Words(_TO_CHECK.sub(" ", charged, count=1) if label[0].strip() in ("由", "让") else charged)
            found = super(Inspector, cls).read(named, scene)
            if found:
                words.left = f"{words.left[: label.start()].rstrip()} {named.left}".strip()
            return found
        spotted = scene.company.finder.people.spot(words.left)
        return super(Inspector, cls).read(words, scene) if spotted and not spotted.guessed else None


@dataclass(frozen=True, slots=True)
class OnHolidayWish:
    wanted: ClassVar[str] = "遇到节假日怎么办？"

    rule: OnHoliday

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_HOLIDAY)
        if found is None:
            return None
        if found["skip"]:
            return cls(OnHoliday.SKIP)
        if found["before"]:
            return cls(OnHoliday.PREVIOUS_WORKDAY)
        return cls(OnHoliday.STAY if found["stay"] else OnHoliday.NEXT_WORKDAY)

    def explained(self) -> Mapping[str, Any]:
        return {"on_holiday": self.rule.value}


@dataclass(frozen=True, slots=True)
class PlanStopped:
    wanted: ClassVar[str] = "停哪一个？写上编号，例如 JH-20261122-001。"

    number: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_STOP)
        return cls(f"JH-{found[1]}-{found[2]}") if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"stop": self.number}


@dataclass(frozen=True, slots=True)
class PlanChanged:
    """Its number, with whatever else is said to be changed; read after the wish to stop one."""

    wanted: ClassVar[str] = "改哪一个？写上编号，例如 JH-20261122-001。"

    number: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_CHANGE)
        return cls(f"JH-{found[1]}-{found[2]}") if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number}


class RoundNumber(Numbered):
    wanted = "哪次检查？写上编号，例如 JC-20261123-001。"
    prefix = "JC"


@dataclass(frozen=True, slots=True)
class RoundAnswer:
    """`failed` and `left_out`: places of items from 0, as they stand in the list; or that it is to be handed in."""

    wanted: ClassVar[str] = "哪几项不合格？写序号，例如 1 3；都合格就写 都合格；看过没错就写 提交。"

    failed: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()
    hand_in: bool = False

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if words.take(_HANDED_IN):
            return cls(hand_in=True)
        left = words.take(_LEFT_OUT)
        good, written = words.take(_ALL_GOOD), words.rest()
        failed = _places(written)
        if not (failed or good or left) or _NOT_PLACES.search(written):
            return None
        return cls(failed, _places(left["places"]) if left else ())

    def explained(self) -> Mapping[str, Any]:
        said = {"failed": [place + 1 for place in self.failed], "hand_in": self.hand_in}
        return {key: value for key, value in said.items() if value}


def _places(written: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(each) - 1 for each in re.findall(r"\d{1,2}", written) if int(each)))


@dataclass(frozen=True, slots=True)
class InspectedPlace:
    """What is left of the line. Raises UserError for what is too long to be a place."""

    wanted: ClassVar[str] = "查哪里？例如 3号车间。"

    place: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        place = " ".join(_AROUND.sub("", _AROUND.sub("", words.rest())).split())
        if not place:
            return None
        if len(place) > LONGEST:
            raise UserError(Code.LIMIT, f"地点最多 {LONGEST} 个字。写短一些，例如 /检查 3号车间 消防。")
        return cls(place)

    def explained(self) -> Mapping[str, Any]:
        return {"place": self.place}
