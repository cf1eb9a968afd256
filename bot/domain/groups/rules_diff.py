"""What is new, changed and dropped between two versions of a group's rules, clause by clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from bot.patterns import regex

# 1. · 1、 · （一） · 一、 · 第三条 · ① · - : clauses are compared without their numbers, which shift.
_NUMBER: Final = regex(
    r"\s*(?:第[一二三四五六七八九十百\d]+条[：:、\s]*|[（(][一二三四五六七八九十\d]+[)）]\s*"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、．:：)）](?!\d)\s*|[①-⑳]\s*|[-*•·]\s+)"
)
_BLANKS: Final = regex(r"\s+")
ALIKE: Final = 0.5  # of two clauses, from 0 to 1: above it one became the other


@dataclass(frozen=True, slots=True)
class Change:
    """`before` is empty for a new clause, `after` for one that was dropped."""

    before: str
    after: str


def clauses(text: str) -> tuple[str, ...]:
    """A clause is a line, without its number."""
    lines = (_NUMBER.sub("", line, count=1).strip() for line in text.splitlines())
    return tuple(_BLANKS.sub(" ", line) for line in lines if line)


def is_the_same(old: str, new: str) -> bool:
    """Whether only numbers and blanks differ: nobody need agree to that again."""
    return clauses(old) == clauses(new)


def changes(old: str, new: str) -> tuple[Change, ...]:
    """In the order of the new text; nothing at all where clauses only changed places."""
    before, after = clauses(old), clauses(new)
    gone = [each for each in before if each not in after]
    come = [each for each in after if each not in before]
    return tuple(_paired(gone, come))


def _paired(gone: Sequence[str], come: Sequence[str]) -> Iterator[Change]:
    left = list(gone)
    for clause in come:
        nearest = max(left, key=lambda each: _likeness(each, clause), default="")
        if nearest and _likeness(nearest, clause) >= ALIKE:
            left.remove(nearest)
            yield Change(nearest, clause)
        else:
            yield Change("", clause)
    yield from (Change(each, "") for each in left)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
