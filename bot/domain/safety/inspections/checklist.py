"""Check lists: what is looked at, and what counts as 否. TOML, as `lists.toml` beside this file.

A company's own file is laid over what comes along, list by list.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from bot.domain.safety.hazards.hazard import HazardKind

FEWEST, MOST = 1, 20  # items of a list: what a card with boxes holds (D-90236)
LONGEST: Final = 17  # characters of a fault: what a box shows
LONGEST_NAME: Final = 12
_FILE: Final = "lists.toml"
_KNOWN: Final = frozenset({"name", "aliases", "kind", "items", "on"})


class UnreadableLists(ValueError):
    """A file of check lists can't be used. The message is a finished Chinese sentence for whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Item:
    """`look`: what to look at, as a question whose yes is good; `fault`: what counts as 否, as it is ticked."""

    look: str
    fault: str
    kind: HazardKind


@dataclass(frozen=True, slots=True)
class Checklist:
    name: str
    aliases: tuple[str, ...]
    items: tuple[Item, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


Checklists = Mapping[str, Checklist]


@cache
def shipped() -> Checklists:
    return checklists()


def checklists(own: str = "") -> Checklists:
    """What comes along, with a company's own lists in place of those of the same name, or added; `on = false` takes
    one out. Raises UnreadableLists."""
    merged = _raw(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    for name, raw in _raw(own).items():
        merged[name] = {**merged.get(name, {}), **raw}
    found = {name: _checklist(raw) for name, raw in merged.items() if raw.get("on", True)}
    _ensure_told_apart(found.values())
    return MappingProxyType(found)


def _raw(text: str) -> dict[str, Mapping[str, Any]]:
    try:
        listed = tomllib.loads(text).get("lists", [])
    except tomllib.TOMLDecodeError as error:
        raise UnreadableLists(f"不合 TOML 的写法（{error}）。看引号、方括号和等号是否成对。") from None
    found: dict[str, Mapping[str, Any]] = {}
    for raw in listed:
        name = raw.get("name")
        if not isinstance(name, str) or not 0 < len(name) <= LONGEST_NAME:
            raise UnreadableLists(f"有一张表没写 name，或者超过 {LONGEST_NAME} 个字。每张都要有短名字。")
        if name in found:
            raise UnreadableLists(f"「{name}」写了两遍。留一张就行。")
        found[name] = raw
    return found


def _checklist(raw: Mapping[str, Any]) -> Checklist:
    name = raw["name"]
    if strange := sorted(set(raw) - _KNOWN):
        raise UnreadableLists(f"「{name}」不认识 {'、'.join(strange)}。可以写 {'、'.join(sorted(_KNOWN))}。")
    try:
        items = tuple(_item(each, raw.get("kind", HazardKind.MANAGEMENT)) for each in raw.get("items", ()))
    except ValueError as error:
        raise UnreadableLists(f"「{name}」：{error}。") from None
    if not FEWEST <= len(items) <= MOST:
        raise UnreadableLists(f"「{name}」有 {len(items)} 项，要 {FEWEST} 到 {MOST} 项。")
    if len({each.fault for each in items}) < len(items):
        raise UnreadableLists(f"「{name}」有两项的不合格写得一样。改一个。")
    return Checklist(name, tuple(map(str, raw.get("aliases", ()))), items)


def _item(written: Sequence[Any], kind: Any) -> Item:
    if isinstance(written, str) or len(written) not in (2, 3):
        raise ValueError("每一项写成 [看什么, 什么样算不合格]，第三格可以写类型")
    look, fault = str(written[0]).strip(), str(written[1]).strip()
    if not look or not 0 < len(fault) <= LONGEST:
        raise ValueError(f"「{fault}」要有「看什么」，不合格写 1 到 {LONGEST} 个字")
    named = str(written[2] if len(written) == 3 else kind)
    if named not in tuple(HazardKind):
        raise ValueError(f"没有「{named}」这个类型，可以写 {'、'.join(HazardKind)}")
    return Item(look, fault, HazardKind(named))


def _ensure_told_apart(lists: Iterable[Checklist]) -> None:
    seen: dict[str, str] = {}
    for each in lists:
        for word in each.names:
            if seen.setdefault(word, each.name) != each.name:
                raise UnreadableLists(f"「{seen[word]}」和「{each.name}」都叫 {word}。改一个。")
