"""Reads one argument as a command's line is read."""

from pathlib import Path
from typing import Any

from bot.domain.company import Company
from bot.errors import UserError
from bot.files.company import load
from bot.shapes.arguments import Argument, Scene, Words

FILE = load(Path(__file__).parents[2] / "sandbox" / "company.json")


def scene(sender: str | None = "王强", group: str | None = None, company: Company = FILE.company) -> Scene:
    known = next((each for each in company.groups if each.name == group), None)
    person = company.named(sender)[0] if sender else None
    return Scene(person, company, FILE.now, in_group=group is not None, group=known)


def read(kind: type[Argument], text: str, where: Scene | None = None) -> tuple[Any, str]:
    """The argument, and the words that are left for others."""
    words = Words(text)
    return kind.read(words, where or scene()), words.left


def refused(kind: type[Argument], text: str, where: Scene | None = None) -> UserError:
    try:
        found = kind.read(Words(text), where or scene())
    except UserError as error:
        return error
    raise AssertionError(f"{text!r} was read as {found}")
