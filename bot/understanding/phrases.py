"""Plain sentences that mean a command, as its file declares them in `says`.

A phrase is written as it is said: `[…]` may be left out, `(…|…)` is one of several, and `…` stands for any words, which
become what is typed behind the command's name; `<…|…>` is one of several that is typed there too. Brackets don't nest:

    拉我进…                         拉我进项目B工作群呗      → /入群 项目B工作群
    [我]还(有|剩)(几天|多少)…       我还有几天年假呀         → /假期余额 年假
    …加个<副管|群管>                项目A群加个副管          → /任命群管 项目A群 副管

The whole sentence has to fit, without the chatter around it. A phrase has two gaps at most: a sentence must be read in
a moment, whoever wrote it.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.errors import Defect
from bot.patterns import regex
from bot.understanding.chatter import without_chatter

GAP: Final = "…"
MOST_GAPS: Final = 2
LONGEST: Final = 120  # characters of a sentence that may be one of these; whoever writes more tells a story
_PARTS: Final = regex(r"[\[\]()<>|…]|[^\[\]()<>|…]+")
_OPTIONAL: Final = regex(r"\[[^\[\]]*\]")
_CHOICE: Final = regex(r"[(<]([^()<>]*)[)>]")
_BETWEEN: Final = r"[\s，,、]*+"  # possessive: a row of commas is tried in one way only
_WRITTEN: Final = {"[": "(?:", "]": ")?", "(": "(?:", "<": "(", "|": "|", ")": ")", ">": ")", GAP: r"(.+?)"}
_REFUSED: Final = regex(r"(不|别|没|勿|莫|非|甭|不要|不用|不想|没有|先别)\s*$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`needed`: the longest words that are said in any case. `cues`: one of these is said in any case too, in whatever
    case of letters. `weight`: how many of its characters are said in any case; the more, the surer."""

    regex: str
    needed: str
    cues: tuple[str, ...]
    weight: int

    def words(self, line: str) -> str | None:
        """What stands in the gaps, if `line` says this and doesn't say the opposite."""
        found = _compiled(self.regex).fullmatch(line)
        if found is None or any(gap and _REFUSED.search(gap) for gap in found.groups()):
            return None
        return " ".join(without_chatter(gap.strip("，,、？? ")) for gap in found.groups() if gap).strip()


@functools.cache
def phrase(written: str) -> Phrase:
    """Raises Defect for one that can't be read."""
    if written.count(GAP) > MOST_GAPS:
        raise Defect(f"{written}: more than {MOST_GAPS} gaps")
    words, choices = _certain(written)
    certain = [*([each] for each in words), *choices]
    weight = sum(map(_shortest, certain))
    if not weight:
        raise Defect(f"{written}: everything in it may be left out")
    cues = tuple(each.lower() for each in max(certain, key=_shortest))
    return Phrase(_BETWEEN.join(_pieces(written)), max(words, key=len), cues, weight)


@functools.cache
def _compiled(regex: str) -> re.Pattern[str]:
    """For the first line that may say it: all of them at once would hold up the first message for half a second."""
    return re.compile(regex, re.IGNORECASE | re.DOTALL)


def _pieces(written: str) -> Iterator[str]:
    """Regular expressions of what may have a blank or a comma between it."""
    piece, depth = "", 0
    for part in _PARTS.findall(written):
        depth += (part in "[(<") - (part in "])>")
        piece += _WRITTEN.get(part) or re.escape(part)
        if depth == 0:
            yield piece
            piece = ""
    if depth:
        raise Defect(f"{written}: a bracket is not closed")


def _certain(written: str) -> tuple[list[str], list[list[str]]]:
    """The words that are said in any case, and the choices of which one is."""
    obliged = _OPTIONAL.sub(GAP, written)
    return _CHOICE.sub(GAP, obliged).split(GAP), [choice.split("|") for choice in _CHOICE.findall(obliged)]


def _shortest(choice: Sequence[str]) -> int:
    return min(map(len, choice))
