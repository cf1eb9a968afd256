"""Who disagrees with whom, about what, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import OnlyNumbered
from bot.arguments.people import PersonNamed
from bot.arguments.reason import Reason
from bot.domain.moderation.cases.naming import category_in
from bot.domain.moderation.mediation.dispute import PREFIX, DisputeState
from bot.domain.people import Person
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_AROUND: Final = regex(r"^(?:一下|给|对|帮|把|请|[和跟与](?=[@＠\w]))+")
_ME_AND: Final = regex(r"^我(?:想)?[和跟与同](?=\s*[@＠\w])")
_AND: Final = regex(r"^\s*(?:(?:以及|[、，,和跟与及同])\s*(?=[@＠\w])|(?=[@＠]))")
_BEFORE: Final = regex(
    r"^(?:之间|两[个人]人?|他们|的?事[，,]|[，,。：:\s的])+|[，,]?\s*(?:能不能|可以|想|请|麻烦)?找[个]?人$"
)


@dataclass(frozen=True, slots=True)
class Parties:
    """One or two; of one the sender is the other."""

    wanted: ClassVar[str] = "谁和谁？@ 对方；别人的事 @ 两位。"

    people: tuple[Person, ...]
    names: tuple[str, ...]
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.take(_ME_AND) or words.take(_AROUND)
        first = PersonNamed.read(words, scene)
        if first is None:
            return None
        second = _second(words, scene)
        found = [first, *([second] if second and second.person != first.person else [])]
        guess = "；".join(each.guess for each in found if each.guess) or None
        return cls(tuple(each.person for each in found), tuple(each.name for each in found), guess)

    def explained(self) -> Mapping[str, Any]:
        return {"parties": list(self.names)}


def _second(words: Words, scene: Scene) -> PersonNamed | None:
    """Right behind the first, with an `and` or an @: a name further on belongs to what it is about."""
    joined = _AND.match(words.left)
    rest = words.left[joined.end() :] if joined else ""
    spotted = scene.company.finder.people.spot(rest) if rest else None
    if joined is None or spotted is None or spotted.start > 1:
        return None
    words.left = rest
    return PersonNamed.read(words, scene)


class Matter(Reason):
    """`category`: what it sounds like; some of it isn't for mediation."""

    wanted: ClassVar[str] = "为什么事？写一两句，只有双方和调解员看到。"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.left = _BEFORE.sub("", words.left)
        return super().read(words, scene)

    @property
    def category(self) -> str:
        return category_in(self.text, "")


class DisputeNumber(OnlyNumbered):
    wanted = f"哪一次调解？写上编号，例如 {PREFIX}-20261122-001。"
    called = "调解"
    prefixes = (PREFIX,)


_UNSETTLED: Final = regex(r"(?:没有?|未|不能)达成(?:一致)?|谈不拢|没谈[成拢]")
_SETTLED: Final = regex(r"达成(?:了)?一致|谈好了|和好了?|谈[成拢]了?")


@dataclass(frozen=True, slots=True)
class Outcome:
    wanted: ClassVar[str] = "结果怎么样？达成一致，还是没有达成一致？"

    state: DisputeState

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if words.take(_UNSETTLED):
            return cls(DisputeState.UNSETTLED)
        return cls(DisputeState.SETTLED) if words.take(_SETTLED) else None

    def explained(self) -> Mapping[str, Any]:
        return {"result": self.state.value}
