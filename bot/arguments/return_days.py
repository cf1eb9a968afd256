"""From when on somebody works again who comes back early: 明天就上班, 24号下午回来."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.arguments.reason import Reason
from bot.domain.calendar.span import Half
from bot.domain.dates import day_seen
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_day import read_day
from bot.when.view import Lean
from bot.when.written.numerals import number

_ALREADY: Final = regex("已经|昨天|前天|上周|上个?(?:星期|礼拜)|早就")
_AFTERNOON: Final = regex("下午|中午|午后|吃(?:完|过)(?:午|中)?饭")
_EARLY: Final = regex(r"(?:提前|早)\s*(?:了)?([1-9]|[一二两三四五六七八九十])\s*天(?!后)")
_NOT_UNTIL: Final = regex(r"不(?:用)?\s*(?:等|休|待)?\s*到[^，,。\s]{1,8}了[，,\s]*")
_JOINS: Final = regex(r"(?:[我的了就那个把将给想要请休从起吧先\s，,。]|时间|日期|时候|申请|开始|取消|撤回|删掉|删)+")
_TODAY: Final = regex("(?:现在|马上|刚刚?)(?:就|已经)?(?:回|到|上班)")


@dataclass(frozen=True, slots=True)
class ReturnDay:
    """`half` PM: from that afternoon. `today`: seen from where. `early`: so many days of work before it ends."""

    wanted: ClassVar[str] = "从哪天起上班？例如明天，或 11月24日下午。"

    day: date | None
    half: Half | None = None
    today: date = date.min
    early: int = 0

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError where it could be several days."""
        if early := words.take(_EARLY):
            return cls(None, early=number(early[1]) or 0, today=scene.now.date())
        words.take(_NOT_UNTIL)
        line = words.narrow
        half = Half.PM if _AFTERNOON.search(line) else None
        lean = Lean.PAST if _ALREADY.search(line) else Lean.FUTURE
        taken = read_day(words.left, scene.now, scene.calendar, lean=lean)
        if taken is None:
            return cls(scene.now.date(), half, scene.now.date()) if half or _TODAY.search(line) else None
        day = taken.settled()
        words.left = taken.rest
        return cls(day, half, scene.now.date())

    @property
    def echo(self) -> str:
        if self.day is None:
            return f"提前 {self.early} 天上班"
        return f"{day_seen(self.day, self.today)}{self.half or ''}起上班"

    def explained(self) -> Mapping[str, Any]:
        if self.day is None:
            return {"days_early": self.early}
        shown = {"return_date": self.day.isoformat()}
        return shown | ({"return_half": self.half.name} if self.half else {})


class Aside(Reason):
    """What else somebody says with it: 我提前回来了. Words that only join it to the rest are nothing."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = super().read(words, scene)
        return found if found and not _JOINS.fullmatch(found.text) else None

    def explained(self) -> Mapping[str, Any]:
        return {}
