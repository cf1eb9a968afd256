"""Short lessons on how people are deceived (D15§七.4), one a month, as `lessons.toml` beside this file lists them."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lesson:
    title: str
    text: str


@cache
def lessons() -> tuple[Lesson, ...]:
    text = files(__package__).joinpath("lessons.toml").read_text(encoding="utf-8")
    return tuple(Lesson(each["title"], each["text"]) for each in tomllib.loads(text)["lessons"])


def lesson_of(day: date) -> Lesson:
    """The same to everybody in a month; the next one in the next."""
    every = lessons()
    return every[(day.year * 12 + day.month - 1) % len(every)]
