"""For how long somebody is to be here, and who answers for him: 实习生 到明年3月31日, 外部 6个月 负责人 @李四."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Final, Self

from bot.arguments.people import PersonNamed
from bot.domain.accounts.newcomer import Employment
from bot.domain.dates import day_seen
from bot.domain.groups.guests import months_later
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_duration import read_duration
from bot.when.read_until import read_until
from bot.when.results.outcomes import Impossible

FARTHEST: Final = timedelta(days=366 * 3)
_EMPLOYED: Final[Mapping[Employment, re.Pattern[str]]] = {
    Employment.INTERN: regex(r"(?:类型[:：]?\s*)?(?<![\u4e00-\u9fff])(?:实习生?|见习生?)(?![\u4e00-\u9fff])"),
    Employment.TEMPORARY: regex(
        r"(?:类型[:：]?\s*)?(?<![\u4e00-\u9fff])(?:临时工?|短期工?|劳务工?|小时工|兼职)(?![\u4e00-\u9fff])"
    ),
    Employment.EXTERNAL: regex(
        r"(?:类型[:：]?\s*)?(?<![\u4e00-\u9fff])(?:外部|外部人员|外包|驻场|供应商|合作伙伴|客户)(?![\u4e00-\u9fff])"
    ),
    Employment.REGULAR: regex(r"(?:类型[:：]?\s*)?(?<![\u4e00-\u9fff])(?:正式工?|正式员工|全职)(?![\u4e00-\u9fff])"),
}
_UNTIL: Final = regex(
    r"(?:实习|合同|聘用|用工|有效|服务)?(?:期限?|至|到|截止日?期?|结束日?期?|为期)\s*[到至为是:：]*\s*(?=[\d一二三四五六七八九十两半今明后本下年月])"
)
_SPONSOR: Final = regex(r"(?:负责人|对接人|担保人|接待人|联系人)\s*[是为:：]?\s*(?=\S)")
_DEPARTMENT: Final = regex(r"(?:所属)?部门\s*[是为:：]\s*")
_UNTIL_ALONE: Final = regex(r"(?:实习|合同|聘用|用工|服务)?(?:期限|期|为期)\s*[为是:：]?")


@dataclass(frozen=True, slots=True)
class Employed:
    """For good, where nothing else is said."""

    wanted: ClassVar[str] = "是正式员工、临时工、实习生还是外部人员？"
    key: ClassVar[str] = "employment"

    kind: Employment

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.take(_DEPARTMENT)
        for kind, pattern in _EMPLOYED.items():
            if words.take(pattern):
                return cls(kind)
        return None

    def explained(self) -> Mapping[str, Any]:
        return {self.key: self.kind.value}


@dataclass(frozen=True, slots=True)
class EmployedUntil:
    """The last day, which counts."""

    wanted: ClassVar[str] = "用到哪天？例如：到明年3月31日，或者写 6个月。"
    key: ClassVar[str] = "until"

    day: date
    echo: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        day = _until(words, scene) or _for_so_long(words, scene)
        if day is None:
            return None
        today = scene.now.date()
        if day < today:
            sentence = f"{day_seen(day, today)}已经过去了，用到哪天要写今天以后的日期。"
            raise UserError(Code.PAST_DATE, sentence)
        if day > today + FARTHEST:
            raise UserError(Code.LIMIT, "一次最多写三年，到期前可以再延。请写近一些的日期。")
        return cls(day, f"用到{day_seen(day, today)}")

    def explained(self) -> Mapping[str, Any]:
        return {self.key: self.day.isoformat()}


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Who answers for somebody from outside."""

    wanted: ClassVar[str] = "哪位同事负责这位外部人员？写姓名或 @ 对方。"
    key: ClassVar[str] = "sponsor"

    person: PersonNamed

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = _SPONSOR.search(words.narrow)
        if found is None:
            return None
        behind = Words(words.left[found.end() :])
        try:
            person = PersonNamed.read(behind, scene)
        except UserError as error:
            if error.code is not Code.NOT_FOUND:
                raise
            return None  # 负责人 is what he is to be
        if person is None:
            return None
        words.left = f"{words.left[: found.start()].rstrip()} {behind.left}".strip()
        return cls(person)

    @property
    def guess(self) -> str | None:
        return self.person.guess

    def explained(self) -> Mapping[str, Any]:
        return {self.key: self.person.name}


def _until(words: Words, scene: Scene) -> date | None:
    """Only behind a word that says so: a position may sound like a day."""
    found = _UNTIL.search(words.narrow)
    if found is None:
        return None
    taken = read_until(words.left[found.end() :], scene.now, scene.calendar)
    if taken is None:
        return None
    day = taken.settled()
    words.left = f"{words.left[: found.start()].rstrip()} {taken.rest}".strip()
    return day


def _for_so_long(words: Words, scene: Scene) -> date | None:
    taken = read_duration(words.left)
    if taken is None:
        return None
    if isinstance(taken.value, Impossible):
        raise UserError(Code.LIMIT, "一次最多写三年，到期前可以再延。请写近一些的日期。")
    length = taken.settled()
    words.left = _UNTIL_ALONE.sub(" ", taken.rest).strip()
    return months_later(scene.now.date(), length.months) + timedelta(days=length.half_days // 2)
