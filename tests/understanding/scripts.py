"""Reads a table of what people type and how it must be taken; tests/data/heard.txt tells how one is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import UserError
from bot.files.company import CompanyFile
from bot.shapes.arguments import Scene
from bot.shapes.command import CommandBook
from bot.understanding.small_talk import SmallTalk
from bot.understanding.understand import understand

DATA = Path(__file__).parent.parent / "data"
_LINE = re.compile(r"(?P<who>[^@> ]+)(?:@(?P<where>[^> ]+))?> (?P<text>.*) → (?P<outcome>.*)")
_ESCAPE = re.compile(r"\\(u[0-9a-f]{4}|[nt\\])")
_STANDS_FOR = {"n": "\n", "t": "\t", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    who: str
    where: str | None
    text: str
    outcome: str


def rows(name: str) -> Iterator[Row]:
    for number, line in enumerate((DATA / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            found = _LINE.fullmatch(line)
            assert found, f"{name}:{number} can't be read: {line}"
            yield Row(number, found["who"], found["where"], _ESCAPE.sub(_unescaped, found["text"]), found["outcome"])


def outcome(row: Row, file: CompanyFile, book: CommandBook) -> str:
    """How `row` is taken, in the words of the table."""
    company = file.company
    people = company.named(row.who)
    group = next((each for each in company.groups if each.name == row.where), None)
    scene = Scene(people[0] if people else None, company, file.now, in_group=row.where is not None, group=group)
    try:
        understood = understand(row.text, scene, book)
    except UserError as error:
        return _refused(error)
    if isinstance(understood, SmallTalk):
        return "－"
    arguments = [f"{key}={value}" for key, value in understood.explained().items()]
    return " ".join([understood.command.name, *arguments, *(["确认"] if understood.needs_confirm else [])])


def _refused(error: UserError) -> str:
    if error.candidates:
        return f"✗{error.code} ?{'|'.join(str(each.name) for each in error.candidates)}"
    return f"✗{error.code} {error.command}" if error.command else "？"


def _unescaped(found: re.Match[str]) -> str:
    code = found[1]
    return _STANDS_FOR.get(code) or chr(int(code[1:], 16))
