"""What is done about each kind of incident, as `runbooks.toml` beside this file says it, or a file of a company."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final

from bot.domain.rights import Role
from bot.domain.security.incident import IncidentKind

MOST: Final = 18  # steps: a card has twenty boxes (D-90236), and one is for the rest
LONGEST: Final = 17  # characters that a box shows
_FILE: Final = "runbooks.toml"
_KNOWN: Final = frozenset({"kind", "handled", "now", "steps"})


class UnreadableRunbooks(ValueError):
    """A file of runbooks can't be used. The message is a finished Chinese sentence for whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Step:
    key: str
    does: str


@dataclass(frozen=True, slots=True)
class Runbook:
    """`now`: what its teller does at once, `{officers}` in it being who is told. `handled`: whose it is first."""

    kind: IncidentKind
    handled: tuple[Role, ...]
    now: tuple[str, ...]
    steps: tuple[Step, ...]

    def does(self, key: str) -> str:
        """A step in words; the key itself of one that is not in the book any more."""
        return next((each.does for each in self.steps if each.key == key), key)


Runbooks = Mapping[IncidentKind, Runbook]


@cache
def shipped() -> Runbooks:
    return runbooks()


def runbooks(own: str = "") -> Runbooks:
    """What comes along, with what a company says of a kind in its place. Raises UnreadableRunbooks."""
    merged = _raw(files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    for kind, raw in _raw(own).items():
        merged[kind] = {**merged[kind], **raw}
    return MappingProxyType({kind: _runbook(kind, raw) for kind, raw in merged.items()})


def _raw(text: str) -> dict[IncidentKind, Mapping[str, Any]]:
    try:
        listed = tomllib.loads(text).get("runbooks", [])
    except tomllib.TOMLDecodeError as error:
        raise UnreadableRunbooks(f"不合 TOML 的写法（{error}）。看引号、方括号和等号是否成对。") from None
    return {_kind(raw): raw for raw in listed}


def _kind(raw: Mapping[str, Any]) -> IncidentKind:
    if unknown := sorted(raw.keys() - _KNOWN):
        raise UnreadableRunbooks(f"没有 {unknown[0]} 这一项，可以写 {'、'.join(sorted(_KNOWN))}。")
    try:
        return IncidentKind(raw.get("kind", ""))
    except ValueError:
        known = "、".join(IncidentKind)
        raise UnreadableRunbooks(f"kind 写了「{raw.get('kind', '')}」，只能是 {known}。") from None


def _runbook(kind: IncidentKind, raw: Mapping[str, Any]) -> Runbook:
    steps = tuple(Step(str(each.get("key", "")), str(each.get("does", ""))) for each in raw["steps"])
    if not 0 < len(steps) <= MOST or any(not each.key or not 0 < len(each.does) <= LONGEST for each in steps):
        raise UnreadableRunbooks(f"「{kind}」要有 1 到 {MOST} 步，每步写 key 和 does，does 最多 {LONGEST} 个字。")
    if len({each.key for each in steps}) < len(steps):
        raise UnreadableRunbooks(f"「{kind}」有两步的 key 一样，改一个。")
    try:
        handled = tuple(map(Role, raw["handled"]))
    except ValueError as error:
        raise UnreadableRunbooks(f"「{kind}」的 handled 写了不认识的角色（{error}）。") from None
    now = tuple(map(str, raw["now"]))
    if not now or not handled:
        raise UnreadableRunbooks(f"「{kind}」的 now 和 handled 都要写。")
    return Runbook(kind, handled, now, steps)
