"""Reads tables of questions and the clauses that answer them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.domain.desk.knowledge.index import Index

DATA = Path(__file__).parents[3] / "data"


@dataclass(frozen=True, slots=True)
class Asked:
    """`answers`: keys, or how they begin; nothing, where nothing of the texts answers it."""

    text: str
    answers: tuple[str, ...] = ()

    def is_answered_by(self, key: str) -> bool:
        return any(key == each or (key.startswith(each) and key[len(each)] in "(.") for each in self.answers)


def questions(name: str) -> Sequence[Asked]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [_read(line) for line in lines if line and not line.startswith("#")]


def _read(line: str) -> Asked:
    if line.startswith("✗"):
        return Asked(line.removeprefix("✗").strip())
    text, _, answers = line.partition(" → ")
    return Asked(text, tuple(answers.split("|")))


def counted(asked: Sequence[Asked], index: Index) -> tuple[int, int, int]:
    """How many have a right answer first, and among those shown; how many have one that should have none."""
    first = shown = made_up = 0
    for each in asked:
        keys = [hit.passage.key for hit in index.find(each.text)]
        made_up += bool(keys) and not each.answers
        first += bool(keys) and each.is_answered_by(keys[0])
        shown += any(map(each.is_answered_by, keys))
    return first, shown, made_up
