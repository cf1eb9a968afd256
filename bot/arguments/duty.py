"""Which post, and which days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Final, Self

from bot.domain.calendar.span import Span, TimeSpan
from bot.domain.dates import days_seen
from bot.domain.upkeep.duty import AHEAD, MOST_DAYS, Post
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_period import read_period

_NAMES: Final[Mapping[str, Post]] = {
    "信息安全": Post.SECURITY,
    "网络安全": Post.SECURITY,
    "总值班": Post.GENERAL,
    "带班领导": Post.GENERAL,
    "带班": Post.GENERAL,
    "安全": Post.SAFETY,
    "服务台": Post.SUPPORT,
    "企业微信": Post.WECOM,
    "系统": Post.WECOM,
}
# Whoever asks for tonight means the duty of the day.
_AT_NIGHT: Final = regex("(?<=[今明后昨当])(?:晚上?|夜里?)")
_PART: Final = regex("(?<=[\\d一二三四五六日天号])(?:的?(?:晚上|夜里|夜间|白天))")
_POST: Final = regex("|".join(sorted(_NAMES, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class PostNamed:
    wanted: ClassVar[str] = f"哪个岗位？{'、'.join(Post)}。"

    post: Post

    @property
    def kept(self) -> bool:
        return True

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_POST)
        return cls(_NAMES[found[0]]) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"post": str(self.post)}


@dataclass(frozen=True, slots=True)
class DutyDays:
    """From one day to another, both included."""

    wanted: ClassVar[str] = "哪天，或者哪天到哪天？例如 11月23日-11月29日。"

    first: date
    last: date

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError."""
        words.left = _PART.sub("", _AT_NIGHT.sub("天", words.left))
        taken = read_period(words.left, scene.now, scene.company.pace.calendar, by_calendar=True)
        if taken is None:
            return None
        first, last = _ends(taken.settled())
        words.left = taken.rest
        if last - first >= timedelta(days=MOST_DAYS) or last > scene.now.date() + AHEAD:
            raise UserError(Code.INVALID_RANGE, f"太长了：一次最多 {MOST_DAYS} 天，最远到一年以后。")
        return cls(first, last)

    @property
    def echo(self) -> str:
        return days_seen(self.first, self.last, self.first)

    @property
    def all(self) -> Sequence[date]:
        return [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]

    def explained(self) -> Mapping[str, Any]:
        return {"first": self.first.isoformat(), "last": self.last.isoformat()}


def _ends(period: object) -> tuple[date, date]:
    """Raises UserError."""
    match period:
        case Span():
            return period.start, period.end
        case TimeSpan():
            return period.start.date(), period.end.date()
    raise UserError(Code.MISSING_ARG, "到哪天为止？例如 11月23日-11月29日。", missing=("last",))
