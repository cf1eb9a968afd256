"""Whether two reports tell of the same hazard: the same place and the same kind, as long as one isn't over."""

from collections.abc import Iterable

from bot.domain.safety.hazards.hazard import Hazard, HazardFacts
from bot.domain.safety.places import holds, place_key


def like(facts: HazardFacts, others: Iterable[Hazard]) -> Hazard | None:
    """The first of `others` at the same place and of the same kind; the same words there are the same thing anyway.

    3号车间 and 3号车间二楼 are one place, 11号车间 and 1号车间 are not.
    """
    return next((each for each in others if _same_place(facts, each.facts) and _same_thing(facts, each.facts)), None)


def _same_place(one: HazardFacts, other: HazardFacts) -> bool:
    first, second = place_key(one.place), place_key(other.place)
    return first == second or (bool(first and second) and (holds(first, second) or holds(second, first)))


def _same_thing(one: HazardFacts, other: HazardFacts) -> bool:
    return one.kind is other.kind or _folded(one.text) == _folded(other.text)


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
