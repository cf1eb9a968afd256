"""An argument that had to be inferred makes a command that writes ask first, and only such a command."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

import pytest

from bot.discovery import find_commands
from bot.files.company import load
from bot.identifiers import UserId
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import Command, CommandBook, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.understand import Understood, understand
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)
SCENE = Scene(sender=FILE.company.person(UserId("zhangsan")), company=FILE.company, now=FILE.now)


@dataclass(frozen=True, slots=True)
class Fruit:
    """A fruit; a colour is enough to guess one by."""

    wanted: ClassVar[str] = "哪种水果？"

    name: str
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest()
        if written == "红的":
            return cls("苹果", guess="红的算苹果")
        return cls(written) if written else None

    def explained(self) -> Mapping[str, Any]:
        return {"fruit": self.name}


@command("订水果", summary="订一份水果", writes=True)
async def order(ctx: Context, fruit: Fruit) -> Reply:
    return Reply(f"订了{fruit.name}。")


@command("看水果", summary="看看水果")
async def look(ctx: Context, fruit: Fruit) -> Reply:
    return Reply(f"是{fruit.name}。")


@pytest.mark.parametrize(
    ("commanded", "words", "asks"), [(order, "红的", True), (order, "香蕉", False), (look, "红的", False)]
)
def test_a_guess_is_confirmed_where_something_is_written(commanded: Command, words: str, asks: bool) -> None:
    book = CommandBook((*find_commands(), commanded))
    understood = understand(f"/{commanded.name} {words}", SCENE, book)
    assert isinstance(understood, Understood)
    assert understood.needs_confirm is asks
    assert understood.guesses == (("红的算苹果",) if words == "红的" else ())
