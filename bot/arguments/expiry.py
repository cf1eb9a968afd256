"""Until when somebody from outside may stay in a group: 有效期到12月31日, 三个月, 一年."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Final, Self

from bot.domain.dates import day_seen
from bot.domain.groups.guests import ensure_in_time, months_later
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_duration import read_duration
from bot.when.read_until import read_until
from bot.when.results.outcomes import Impossible

_LABEL: Final = regex(
    r"[，,、;；]?\s*(?:有效期限?|有效|期限|为期|时效|延期|延长|续期|截止日?期?)(?:延?[到至为是：:]|\s)*"
)
_FOR_EVER: Final = regex(r"长期(?:有效)?|永久(?:有效)?|一直有效|不限期?|无限期")


@dataclass(frozen=True, slots=True)
class Expiry:
    """The last day, which counts."""

    wanted: ClassVar[str] = "外部成员的有效期到哪天？例如：有效期到12月31日，最长一年。"
    key: ClassVar[str] = "expires"

    day: date
    echo: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if words.take(_FOR_EVER):
            sentence = "外部成员要有到期日，最长一年，到期前可以再延。请写明日期，例如：有效期到12月31日"
            raise UserError(Code.LIMIT, f"{sentence}。")
        day = _until(words, scene) or _from_now(words, scene)
        words.take(_LABEL)
        if day is None:
            return None
        today = scene.now.date()
        ensure_in_time(day, today)
        return cls(day, f"有效期到{day_seen(day, today)}")

    def explained(self) -> Mapping[str, Any]:
        return {self.key: self.day.isoformat()}


def _until(words: Words, scene: Scene) -> date | None:
    taken = read_until(words.left, scene.now, scene.calendar)
    if taken is None:
        return None
    day = taken.settled()
    words.left = taken.rest
    return day


def _from_now(words: Words, scene: Scene) -> date | None:
    taken = read_duration(words.left)
    if taken is None:
        return None
    if isinstance(taken.value, Impossible):  # it is longer than anybody means
        raise UserError(
            Code.LIMIT, f"外部成员的有效期最长一年，「{shown(taken.typed)}」太长了。请写近一些，到期前可以再延。"
        )
    length = taken.settled()
    words.left = taken.rest
    return months_later(scene.now.date(), length.months) + timedelta(days=length.half_days // 2)
