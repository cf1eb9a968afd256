"""What WeCom changed: told by whoever administers it, or noticed; and what was decided about it (S309, S310)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.identifiers import UserId

PREFIX: Final = "PT"
LONGEST: Final = 300  # characters
OPEN: Final = 0
API, SEEN, CODE = "api:", "seen:", "code:"


class Decision(StrEnum):
    """The value is the button."""

    ADOPT = "采用"
    TRY = "试试"
    IGNORE = "不理会"


class OddityKind(StrEnum):
    CODE = "code"  # an errcode that nobody here knows
    WARNING = "warning"  # a yes with a warning in it


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that an interface answered."""

    kind: OddityKind
    path: str
    code: int = 0

    @property
    def key(self) -> str:
        return f"{CODE}{self.kind}:{self.path}:{self.code}"

    @property
    def said(self) -> str:
        if self.kind is OddityKind.CODE:
            return f"接口 {self.path} 答了没见过的错误码 {self.code}"
        return f"接口 {self.path} 的回答里带了警告，可能要停用或改动"


@dataclass(frozen=True, slots=True)
class Noticed:
    """`doors`: interfaces and their errcode, 0 where they may be called. `seen`: other small facts, by what they are
    called, as words: the app's visible range."""

    doors: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    seen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    odd: tuple[Oddity, ...] = ()

    def facts(self) -> Mapping[str, str]:
        """What is kept until the next look."""
        return {
            **{f"{API}{path}": str(code) for path, code in self.doors.items()},
            **{f"{SEEN}{name}": value for name, value in self.seen.items()},
            **{each.key: "1" for each in self.odd},
        }


@dataclass(frozen=True, slots=True)
class Change:
    """`by`: who told of it; None: it was noticed. `decision` is None until somebody has decided."""

    number: str
    text: str
    found_at: datetime
    by: UserId | None = None
    decision: Decision | None = None
    decided_by: UserId | None = None
    decided_on: date | None = None
    note: str = ""


def changes(before: Mapping[str, str], now: Noticed) -> Iterator[str]:
    """What is another way than it was, as sentences without their mark. What is seen first is no change: it may always
    have been so; but for an errcode that nobody knows, and a warning."""
    for path, code in now.doors.items():
        was = before.get(f"{API}{path}")
        if was is not None and was != str(code):
            yield f"接口 {path} 现在能用了" if code == OPEN else f"接口 {path} 原来能用，现在不让用了（{code}）"
    for name, value in now.seen.items():
        known = before.get(f"{SEEN}{name}")
        if known is not None and known != value:
            yield f"{name}变了：原来 {known}，现在 {value}"
    yield from (each.said for each in now.odd if each.key not in before)
