"""The rules of reading on commands of the kinds that will come: tests/data/heard_later.txt."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

import pytest

from bot.discovery import find_commands
from bot.files.company import load
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import Command, CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from tests.chat import SAMPLE_COMPANY
from tests.understanding.scripts import Row, outcome, rows

FILE = load(SAMPLE_COMPANY)


@dataclass(frozen=True, slots=True)
class AnyWords:
    """All that is said, nothing included."""

    wanted: ClassVar[str] = "什么？"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return cls(words.rest())

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}


async def handle(ctx: Context, words: AnyWords) -> Reply:
    return Reply(words.text)


def toy(name: str, *, aliases: tuple[str, ...] = (), says: tuple[str, ...] = (), **flags: bool) -> Command:
    return command(name, summary=name, aliases=aliases, says=says, **flags)(handle)  # type: ignore[arg-type]


LATER = (
    toy("请假", aliases=("qj",), says=("…请…假", "(我|帮我)[想|要]请[个]假[…]"), writes=True),
    toy("公告", writes=True),
    toy("求助", writes=True),
    toy("举报", writes=True),
    toy("建议", writes=True),
    toy("禁言", writes=True),
    toy("入群", says=("拉我进[一下]…",), writes=True),
    toy("退群", destructive=True),
    toy("假期余额", says=("[我]还(有|剩)(几天|多少)…",)),
)
BOOK = CommandBook((*(each for each in find_commands() if each.name == "帮助"), *LATER))


@pytest.mark.parametrize("row", list(rows("heard_later.txt")), ids=lambda row: f"{row.number}: {row.text[:20]!r}")
def test_a_line_is_taken_as_it_was_meant(row: Row) -> None:
    assert outcome(row, FILE, BOOK).replace("\n", "\\n") == row.outcome
