"""Which kinds of leave there are: the nation's, changed by the region's, changed by the company's own."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from bot.domain.leave.amounts import Counting
from bot.domain.leave.types.leave_type import Extra, Kept, LeaveType, Mark, Papers, Per, Say, Sight

NATION: Final = "全国"
_FOLDER: Final = "packs"
_ENUMS: Final[Mapping[str, type[StrEnum]]] = {
    "counting": Counting,
    "kept": Kept,
    "sight": Sight,
    "say": Say,
    "per": Per,
    "mark": Mark,
}
_TUPLES: Final = ("others", "asks")
_DECIMALS: Final = ("unit", "hour_unit", "most")
_NUMBERS: Final = ("notice", "lasts", "after_months")
_SWITCHES: Final = ("needs_hr", "splits", "recurs", "on")
_KNOWN: Final = frozenset(each.name for each in fields(LeaveType))

RawType = Mapping[str, Any]


class UnreadablePack(ValueError):
    """A pack can't be used. The message is a finished Chinese sentence for whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The types that are on, by their names; a name is any that people use."""

    types: Mapping[str, LeaveType]

    def named(self, written: str) -> LeaveType | None:
        return next((each for each in self.types.values() if written in each.names), None)

    def get(self, name: str) -> LeaveType | None:
        """By its own name; None where it was switched off since."""
        return self.types.get(name)

    def __getitem__(self, name: str) -> LeaveType:
        return self.types[name]

    @property
    def words(self) -> Mapping[str, str]:
        """Every name that people use -> the type's own, the longest first, for finding one in a sentence."""
        words = {word: each.name for each in self.types.values() for word in each.names}
        return MappingProxyType(dict(sorted(words.items(), key=lambda item: -len(item[0]))))


def leave_types(region: str = NATION, company: Iterable[RawType] = ()) -> Catalogue:
    """The types of a region (`浙江`), as the company changed them. Raises UnreadablePack, for an unknown region too."""
    packs = packs_by_name()
    if region not in packs:
        raise UnreadablePack(f"没有「{region}」的假期规定，现有：{'、'.join(packs)}。")
    raw = dict(packs[NATION])
    for change in [*(packs[region].values() if region != NATION else ()), *company]:
        name = change.get("name")
        if not isinstance(name, str) or not name:
            raise UnreadablePack("有一种假没写名字。请补上 name。")
        raw[name] = _changed(raw.get(name, {}), change)
    types = {name: read_type(each) for name, each in raw.items()}
    _ensure_names_differ(types.values())
    return Catalogue(MappingProxyType({name: each for name, each in types.items() if each.on}))


@cache
def packs_by_name() -> Mapping[str, Mapping[str, RawType]]:
    """Region -> name of the type -> what its pack says, as written; the nation's first."""
    texts = (each.read_text(encoding="utf-8") for each in files(__package__).joinpath(_FOLDER).iterdir())
    read = sorted(map(tomllib.loads, texts), key=lambda pack: (pack["name"] != NATION, pack["name"]))
    return MappingProxyType({pack["name"]: {each["name"]: each for each in pack["types"]} for pack in read})


def read_type(raw: RawType) -> LeaveType:
    """Raises UnreadablePack."""
    if unknown := sorted(set(raw) - _KNOWN):
        raise UnreadablePack(f"{raw.get('name')}：不认识 {'、'.join(unknown)}。可写的有 {'、'.join(sorted(_KNOWN))}。")
    try:
        return LeaveType(**{key: _value(key, value) for key, value in raw.items()})
    except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation) as error:
        raise UnreadablePack(f"{raw.get('name')}：读不懂（{error}）。请照 packs/national.toml 的写法改。") from None


def _changed(before: RawType, change: RawType) -> RawType:
    """Extras are added to those there are, one of the same label in place of it; all else is replaced."""
    extras = {each["label"]: each for each in (*before.get("extras", ()), *change.get("extras", ()))}
    return {**before, **change, "extras": list(extras.values())}


def _value(key: str, value: Any) -> Any:
    if key in _ENUMS:
        return _ENUMS[key](value)
    if key in _DECIMALS:
        return Decimal(str(value))
    if key in _TUPLES:
        return tuple(map(str, value))
    if key in _NUMBERS:
        return int(value)
    if key in _SWITCHES and not isinstance(value, bool):
        raise TypeError(f"{key} = {value!r}")
    match key:
        case "extras":
            return tuple(Extra(**{**each, "mark": Mark(each.get("mark", Mark.UNVERIFIED))}) for each in value)
        case "papers":
            return Papers(**{**value, "over": Decimal(str(value.get("over", 0)))})
        case "relations":
            return MappingProxyType({relation: Decimal(str(most)) for relation, most in value.items()})
    return value


def _ensure_names_differ(types: Iterable[LeaveType]) -> None:
    owners: dict[str, str] = {}
    for each in types:
        for name in each.names:
            if owners.setdefault(name, each.name) != each.name:
                raise UnreadablePack(f"「{name}」既是{owners[name]}又是{each.name}。一个名字只能用一次。")
