"""A short test after a training: the same questions for all, in an order of each one's own."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.identifiers import UserId

FEWEST, MOST = 3, 10  # questions
MOST_TRIES: Final = 2
FEWEST_OPTIONS, MOST_OPTIONS = 2, 4


@dataclass(frozen=True, slots=True)
class Question:
    """`answer`: the place of the right one of `options`. `why`: shown once it was answered."""

    text: str
    options: tuple[str, ...]
    answer: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """Somebody chose the option at `chosen`, as the question has them, of the question at `place`; `attempt` from 1."""

    user: UserId
    attempt: int
    place: int
    chosen: int


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one attempt. `percent` of all questions; `done`: all were answered."""

    attempt: int
    percent: int
    done: bool

    def passed(self, mark: int) -> bool:
        return self.done and self.percent >= mark


def shuffled(count: int, *salt: object) -> tuple[int, ...]:
    """0 … count-1 in an order that depends on `salt` alone, so that it stays the same over a restart."""

    def rank(place: int) -> bytes:
        return hashlib.sha256(":".join(map(str, (*salt, place))).encode()).digest()

    return tuple(sorted(range(count), key=rank))


def order(number: str, user: UserId, attempt: int, count: int) -> tuple[int, ...]:
    """In which order he is asked."""
    return shuffled(count, number, user, attempt)


def option_order(number: str, user: UserId, attempt: int, place: int, count: int) -> tuple[int, ...]:
    return shuffled(count, number, user, attempt, f"q{place}")


def results(answers: Iterable[Answered], questions: Sequence[Question]) -> tuple[Result, ...]:
    """Of one person, by attempt. What was answered twice counts the first time."""
    attempts: dict[int, dict[int, int]] = {}
    for each in answers:
        attempts.setdefault(each.attempt, {}).setdefault(each.place, each.chosen)
    return tuple(_result(attempt, chosen, questions) for attempt, chosen in sorted(attempts.items()))


def results_by_person(
    answers: Iterable[Answered], questions: Sequence[Question]
) -> Mapping[UserId, tuple[Result, ...]]:
    """The same of each who answered anything."""
    theirs: dict[UserId, list[Answered]] = {}
    for each in answers:
        theirs.setdefault(each.user, []).append(each)
    return {user: results(own, questions) for user, own in theirs.items()}


def _result(attempt: int, chosen: dict[int, int], questions: Sequence[Question]) -> Result:
    right = sum(1 for place, question in enumerate(questions) if chosen.get(place) == question.answer)
    return Result(attempt, 100 * right // max(1, len(questions)), len(chosen) >= len(questions))


def best(found: Iterable[Result]) -> Result | None:
    """The better one counts."""
    return max((each for each in found if each.done), key=lambda each: each.percent, default=None)


def next_attempt(found: Sequence[Result], mark: int) -> int | None:
    """The one that he is in or may begin; None: he passed, or has tried often enough."""
    if any(each.passed(mark) for each in found):
        return None
    if found and not found[-1].done:
        return found[-1].attempt
    return len(found) + 1 if len(found) < MOST_TRIES else None
