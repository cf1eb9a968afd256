"""Somebody who is to get an account: what must be known of him before anybody agrees (D3§7, S37–S41, S59, S60)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from bot.domain.nicknames.folding import fold
from bot.domain.nicknames.others import name_doubt
from bot.domain.nicknames.register import Register
from bot.domain.pinyin import spellings
from bot.identifiers import UserId
from bot.patterns import regex

MOBILE: Final = regex(r"1[3-9]\d{9}")  # 工信部 电信网编号计划
LONGEST_POSITION: Final = 30  # characters; WeCom takes 128 (D-90195)
LONGEST_ID: Final = 64
_HAN: Final = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_REAL: Final = regex(rf"{_HAN}{{2,5}}|{_HAN}+(?:[·•‧・．﹒]{_HAN}+)+|[A-Za-z][A-Za-z'’.-]*(?: [A-Za-z][A-Za-z'’.-]*)+")
LONGEST_NAME: Final = 30
_OF_AN_ID: Final = regex(r"[^a-z0-9]")


class Employment(StrEnum):
    REGULAR = "正式"
    TEMPORARY = "临时工"
    INTERN = "实习生"
    EXTERNAL = "外部"

    @property
    def ends(self) -> bool:
        """Whether it is for a time, whose last day must be known."""
        return self is not Employment.REGULAR


@dataclass(frozen=True, slots=True)
class Newcomer:
    """`department` is its id; `until` the last day; `sponsor` answers for somebody from outside."""

    name: str
    department: int
    position: str
    mobile: str
    employment: Employment = Employment.REGULAR
    until: date | None = None
    sponsor: UserId | None = None

    @property
    def tail(self) -> str:
        """Of the mobile number: enough to compare it with a paper in one's hand."""
        return self.mobile[-4:]


def why_no_name(name: str, register: Register) -> str:
    """What is wrong with it as somebody's real name, in Chinese; empty: nothing is."""
    doubt = name_doubt(name, register)
    if doubt is not None:
        return str(doubt)
    if len(name) > LONGEST_NAME or not _REAL.fullmatch(name):
        return "不像真实姓名"
    return ""


def same_name(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def account_for(name: str, taken: Iterable[str]) -> UserId:
    """An account that nobody has: the name as it is spelt, with a figure behind it where that is taken."""
    used = {each.lower() for each in taken}
    spelt = next(iter(spellings(fold(name))), "")
    stem = _OF_AN_ID.sub("", spelt.lower())[: LONGEST_ID - 4] or "member"
    number = 1
    while (found := stem if number == 1 else f"{stem}{number}") in used:
        number += 1
    return UserId(found)
