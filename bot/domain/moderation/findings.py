"""What is wrong with a pack's file, or worth a second look: in which line, what, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from bot.patterns import regex

Place = tuple[str | int, ...]  # ("steps", 2, "kind"): the key of the third [[steps]]

_HEADER: Final = regex(r"^\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY: Final = regex(r'^\s*"?([\w-]+)"?\s*=')


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` and `then` are Chinese without a full stop. A remark keeps nobody from using the pack."""

    line: int
    what: str
    then: str
    is_remark: bool = False

    @property
    def said(self) -> str:
        return f"第 {self.line} 行：{self.what}。{self.then}。"


@dataclass(frozen=True, slots=True)
class Lines:
    """Where things stand in a TOML text that is written a key a line; what isn't found is said of its table."""

    places: dict[Place, int] = field(default_factory=dict)

    def line(self, place: Place) -> int:
        return next((self.places[place[:n]] for n in range(len(place), 0, -1) if place[:n] in self.places), 1)


def lines_of(text: str) -> Lines:
    lines, table, times = Lines(), Place(), dict[str, int]()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _table(header[1].split("."), times, is_list=line.lstrip().startswith("[["))
            lines.places.setdefault(table[:1], number)
            lines.places.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.places.setdefault((*table, key[1]), number)
    return lines


def _table(names: Sequence[str], times: dict[str, int], *, is_list: bool) -> Place:
    name = ".".join(names)
    if not is_list:
        return tuple(names)
    times[name] = times.get(name, -1) + 1
    return (*names, times[name])


class UnreadablePack(ValueError):
    """A pack can't be used; `findings` holds all that is wrong, a finished Chinese line each."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(" ".join(each.said for each in findings))
        self.findings = tuple(findings)
