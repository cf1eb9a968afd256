"""The packs that come along, and a company's own beside them: every version of each, by the day on which it holds."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from bot.domain.moderation.pack import Pack, Procedure
from bot.domain.moderation.reading import USUAL, Usual, read_pack

_FOLDER: Final = "packs"

Shelf = tuple[Pack, ...]


@cache
def shipped_texts() -> tuple[str, ...]:
    """The files as they are, in the order of their names."""
    found = files(__package__).joinpath(_FOLDER).iterdir()
    return tuple(each.read_text(encoding="utf-8") for each in sorted(found, key=lambda each: each.name))


@cache
def shipped(usual: Usual = USUAL) -> Shelf:
    """D2 D3 D5 D6 D8 D10 D12 D13 D15, as far as their texts go; in force until a company's own takes their place."""
    return tuple(read_pack(text, usual) for text in shipped_texts())


def with_own(shelf: Sequence[Pack], own: Iterable[Pack]) -> Shelf:
    """Of one pack and one version the own one counts; another version stands beside those there are."""
    found = {(pack.id, pack.version): pack for pack in shelf}
    found.update({(pack.id, pack.version): pack for pack in own})
    return tuple(found.values())


def adopted(pack: Pack, procedure: Procedure, since: date) -> Pack:
    """A version of its own, from the day on which the company took the text on; before that the text is a hint."""
    return replace(pack, version=f"{pack.version}@{since}", procedure=procedure, since=since)


def in_force(shelf: Iterable[Pack], pack: str, on: date, region: str) -> Pack | None:
    """The version of that day: of several the one that came into force last. None: there is none, or not here."""
    fitting = [each for each in shelf if each.id == pack and each.is_in_force(on) and _holds_in(each, region)]
    return max(fitting, key=lambda each: each.since or date.min, default=None)


def _holds_in(pack: Pack, region: str) -> bool:
    return not pack.regions or region in pack.regions
