"""What a question is about, and so whose it is: told by words, which are data (`topics.toml`)."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

from bot.domain.rights import Role
from bot.domain.width import narrow
from bot.identifiers import UserId

REST: Final = "其他"
CATEGORIES: Final = ("技术", "人事", "行政", "财务", REST)  # what scripts are told, and nothing else
_FILE: Final = "topics.toml"


@dataclass(frozen=True, slots=True)
class Topic:
    """`roles`: of these the first that somebody serves in is asked; `people`, where some are named, before them.
    `private`: nothing of it is said in a group."""

    name: str
    category: str
    words: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    people: tuple[UserId, ...] = ()
    private: bool = False

    def told_by(self, line: str) -> int:
        """How many characters of the line are words of it; of words one in the other, the longest counts."""
        left, found = line, 0
        for word in sorted(self.words, key=len, reverse=True):
            if word in left:
                left, found = left.replace(word, " "), found + len(word)
        return found


@cache
def shipped() -> tuple[Topic, ...]:
    raw = tomllib.loads(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    return tuple(map(_topic, raw["topics"]))


def topic_in(text: str, topics: Sequence[Topic]) -> Topic:
    """The one whose words say most of it; the rest, where none do."""
    line = narrow(text).casefold()
    best = max((each for each in topics if each.name != REST), key=lambda each: each.told_by(line), default=None)
    return best if best and best.told_by(line) else topic_named(REST, topics) or topics[-1]


def topic_named(name: str, topics: Sequence[Topic]) -> Topic | None:
    return next((each for each in topics if each.name == name), None)


def with_own(topics: Sequence[Topic], own: Mapping[str, Topic]) -> tuple[Topic, ...]:
    """A company's own, by name; of one that is known only what it says is changed. New ones come first, the
    rest stays last."""
    known = {each.name: each for each in topics}
    merged = {name: _over(known.get(name), topic) for name, topic in own.items()}
    all_of_them = {**{name: each for name, each in merged.items() if name not in known}, **known, **merged}
    rest = all_of_them.pop(REST)
    return (*all_of_them.values(), rest)


def _over(before: Topic | None, own: Topic) -> Topic:
    if before is None:
        return own
    return replace(
        before,
        words=tuple(dict.fromkeys((*before.words, *own.words))),
        roles=own.roles or before.roles,
        people=own.people,
        private=own.private or before.private,
    )


def _topic(raw: Mapping[str, Any]) -> Topic:
    return Topic(
        raw["name"],
        raw["category"],
        tuple(raw["words"]),
        tuple(map(Role, raw["roles"])),
        private=raw.get("private", False),
    )
