"""A plan for an emergency (应急预案, YA-…): what it is for, what to do, in which edition (D11§二.12, 安全生产法 81).

Its kinds are those of the drills that practise it (生产安全事故应急预案管理办法 art. 6).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, Self

from bot.domain.safety.drills.drill import DrillKind
from bot.identifiers import FileId, UserId
from bot.patterns import regex

PREFIX: Final = "YA"
LONGEST: Final = 1500  # characters of what to do; more goes along as a file
LONGEST_TITLE: Final = 24
_SAME: Final = regex("火灾|着火|失火|火警|防火|灭火")  # what people say for 消防
_BESIDE: Final = regex("应急|预案|处置|方案|演练|专项|综合|现场|事故|疏散|逃生|救援|[的和及、，,\\s]")


class PlanState(StrEnum):
    DRAFT = "草稿"
    VALID = "有效"
    REPLACED = "换了新版"
    WITHDRAWN = "已作废"
    DROPPED = "没有发布"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file of a plan, by the name that people see."""

    file: FileId
    name: str


@dataclass(frozen=True, slots=True)
class Contingency:
    """`replaces`: the number of the edition before it. `version` grows with every change."""

    number: str
    kind: DrillKind
    title: str
    text: str
    author: UserId
    written_on: date
    state: PlanState = PlanState.DRAFT
    edition: int = 1
    replaces: str = ""
    version: int = 1

    @property
    def called(self) -> str:
        """`专项预案「消防疏散」`"""
        name = "现场处置方案" if self.kind is DrillKind.ON_SITE else f"{self.kind}预案"
        return f"{name}「{self.title}」"

    def moved_to(self, state: PlanState) -> Self:
        return replace(self, state=state, version=self.version + 1)


def titled_like(title: str, plans: Iterable[Contingency]) -> Contingency | None:
    """The one of which somebody writes a new edition: the same title."""
    return next((each for each in plans if each.title == title), None)


def fitting(topic: str, kind: DrillKind, plans: Iterable[Contingency]) -> Contingency | None:
    """What a drill about `topic` practises: the plan whose own words the topic holds, or the other way round; of
    several the one of its kind, then the longest. 消防疏散 and 消防应急预案 are the same matter, 触电 is another."""
    meant = _core(topic)
    found = [(each.kind is kind, len(_core(each.title)), each) for each in plans if _alike(_core(each.title), meant)]
    if not found and kind is DrillKind.FULL:
        return next((each for each in plans if each.kind is kind), None)
    return max(found, key=lambda each: each[:2])[2] if found else None


def _alike(title: str, topic: str) -> bool:
    return bool(title and topic) and (title in topic or topic in title)


def _core(words: str) -> str:
    return _BESIDE.sub("", _SAME.sub("消防", words))
