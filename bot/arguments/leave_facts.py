"""Whose facts are looked at, what HR says of him, or what he says is wrong: 张三 参加工作 2010-07-01 社保记录."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.leave_owner import OwnerNamed
from bot.domain.leave.facts.fact_words import Column, column
from bot.domain.wording import shown
from bot.domain.written_days import DAY
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

MOST_PROOF: Final = 60
_WRONG: Final = regex(r"^\s*(有误|不对|错了|有错|要更正|更正)[:：,，。\s]*")
_GONE: Final = regex(r"^\s*(删除|删掉|去掉|撤销|作废)\s*")
_NUMBER: Final = regex(r"(?<![\d.])\d+(?:\.\d+)?\s*(?:天|小时|个小时)?\s*$")
_BETWEEN: Final = " \t:：,，为是改成到"


@dataclass(frozen=True, slots=True)
class WrongFacts:
    """What somebody says of his own: HR reads it."""

    wanted: ClassVar[str] = "哪里不对？"

    words: str

    @property
    def kept(self) -> bool:
        return True

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return cls(words.rest()) if words.take(_WRONG) else None

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.words}


class FactsOwner(OwnerNamed):
    wanted = "看谁的假期资料？写上姓名。"


@dataclass(frozen=True, slots=True)
class FactSaid:
    """`cell`: the day or the number as it was written; `gone`: it is taken back."""

    wanted: ClassVar[str] = "登记什么？例如：参加工作 2010-07-01。"

    place: Column
    cell: str
    proof: str = ""
    gone: bool = False

    @property
    def kept(self) -> bool:
        return True

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        gone = bool(words.take(_GONE))
        text, _, more = words.narrow.strip().partition("\n")
        if not text:
            return None
        day = DAY.search(text)
        head, cell, proof = (text[: day.start()], day[0], text[day.end() :]) if day else _numbered(text)
        place = column(head.strip(_BETWEEN), scene.company.leave.types, scene.now.year)
        if place is None or not (cell or gone):
            raise UserError(
                Code.CLARIFY,
                f"「{shown(text)}」没看懂，所以没有登记。例如：/假期资料 张三 参加工作 2010-07-01 社保记录。"
                "也可以写入职、离职、子女出生、年假 8天、年假结转 3天。",
            )
        words.rest()
        return cls(place, cell.strip(), shown(f"{proof} {more}".strip(f"{_BETWEEN}()（）。"), MOST_PROOF), gone)

    def explained(self) -> Mapping[str, Any]:
        return {"item": self.place.said}


def _numbered(text: str) -> tuple[str, str, str]:
    """The words before a number of days, the number, and what comes behind a blank after it."""
    for part in (text, *(text[: found.start()] for found in reversed(list(re.finditer(r"\s", text))))):
        if found := _NUMBER.search(part):
            return part[: found.start()], found[0], text[len(part) :]
    return text, "", ""
