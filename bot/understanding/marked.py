"""A line with a mark where each name stands, so that a pattern can say `somebody` without knowing everybody. Pure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bot.patterns import regex

LONGEST: Final = 120  # characters; whoever writes more tells a story
MOST: Final = 8  # names
_FIRST: Final = 0xE000  # of Unicode's private use: nobody types it
NAME: Final = f"[{chr(_FIRST)}-{chr(_FIRST + MOST - 1)}]"
_MARK: Final = regex(NAME)
_MENTION: Final = regex(r"[@＠]\s?[^\s@＠，,。；;：:！!]{2,20}")
_BEFORE: Final = regex(r"[@＠]\s?(?:[^\W\d_]{2,12}[-－])?$|(?<!\w)[^\W\d_]{2,8}部[-－]$")
_BEHIND: Final = regex(r"\s?[(（]\w{2,20}[)）]|(?:工号|尾号)?\d{4,6}(?![\d元块天小分个])")

Places = Callable[[str], Iterable[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Marked:
    line: str
    names: tuple[str, ...]

    def plain(self, text: str) -> str:
        """A part of `line` with its names put back."""
        return _MARK.sub(lambda mark: self.names[ord(mark[0]) - _FIRST], text)


def mark(line: str, names_in: Places) -> Marked:
    """`names_in`: where in a text names stand, as the directory has them. Whom an @ mentions is somebody, too."""
    if len(line) > LONGEST:
        return Marked(line, ())
    text, end = "", 0
    names: list[str] = []
    for start, stop in _spans(line, names_in):
        if start < end or len(names) == MOST:
            continue
        text += line[end:start] + chr(_FIRST + len(names))
        names.append(line[start:stop].strip())
        end = stop
    return Marked(text + line[end:], tuple(names))


def _spans(line: str, names_in: Places) -> Iterator[tuple[int, int]]:
    found = [_widened(line, start, stop) for start, stop in names_in(line)]
    found += [each.span() for each in _MENTION.finditer(line) if not any(_overlap(each.span(), its) for its in found)]
    return iter(sorted(found))


def _widened(line: str, start: int, stop: int) -> tuple[int, int]:
    """With the @, the department and the number that tell him apart."""
    before = _BEFORE.search(line, 0, start)
    behind = _BEHIND.match(line, stop)
    return before.start() if before else start, behind.end() if behind else stop


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
