"""Files of the calendar: TOML, as `year.toml` beside this file; a company's own is laid over it, entry by entry."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import Formatter
from types import MappingProxyType
from typing import Any, Final

from bot.domain.calendar.statutory import HOLIDAYS
from bot.domain.notices.topics import Topic
from bot.domain.rights import Role
from bot.domain.safety.calendar.entry import BLANKS, Entry, Stream, Volunteers
from bot.domain.safety.calendar.when import Rhythm, read_when
from bot.domain.safety.hazards.hazard import HazardKind
from bot.domain.safety.library.topic import Kind

Entries = Mapping[str, Entry]
LONGEST: Final = 400  # characters of an entry's own words: a text of the library may follow
_FILE: Final = "year.toml"
_NEEDED: Final = ("when", "to", "title")
_WORDS: Final = ("name", "text", "instead", "where", "source", "mark")
_LISTS: Final = ("holidays", "kinds", "types")
_SWITCHES: Final = ("on", "teaches", "confirm", "report", "hazards")
_KNOWN: Final = frozenset({*_NEEDED, *_WORDS, *_LISTS, *_SWITCHES, "rank", "from", "until"})
_OF_HOLIDAYS: Final = frozenset(BLANKS) - {"主题"}


class UnreadableCalendar(ValueError):
    """A file of the calendar can't be used. The message is a finished Chinese sentence for whoever wrote it."""


@cache
def _shipped_raw() -> Mapping[str, Mapping[str, Any]]:
    return MappingProxyType(_raw(files(__package__).joinpath(_FILE).read_text(encoding="utf-8")))


@cache
def shipped() -> Entries:
    """What comes along."""
    return entries()


def entries(own: str = "") -> Entries:
    """What comes along, with a company's own file laid over it: by its name an entry is changed key by key, or added;
    `on = false` takes one out. Raises UnreadableCalendar."""
    merged = dict(_shipped_raw())
    for name, raw in _raw(own).items():
        merged[name] = {**merged.get(name, {}), **raw}
    return MappingProxyType({name: _entry(raw) for name, raw in merged.items() if raw.get("on", True)})


def _raw(text: str) -> dict[str, Mapping[str, Any]]:
    try:
        listed = tomllib.loads(text).get("entries", [])
    except tomllib.TOMLDecodeError as error:
        raise UnreadableCalendar(f"不合 TOML 的写法（{error}）。看引号、方括号和等号是否成对。") from None
    found: dict[str, Mapping[str, Any]] = {}
    for raw in listed:
        name = raw.get("name")
        if not isinstance(name, str) or not name:
            raise UnreadableCalendar("有一条没写 name。每条都要有名字，改自带的就写它的名字。")
        if name in found:
            raise UnreadableCalendar(f"「{name}」写了两遍。留一条就行。")
        found[name] = raw
    return found


def _entry(raw: Mapping[str, Any]) -> Entry:
    name = raw["name"]
    if strange := sorted(set(raw) - _KNOWN):
        raise UnreadableCalendar(f"「{name}」不认识 {'、'.join(strange)}。可以写 {'、'.join(sorted(_KNOWN))}。")
    if missing := [key for key in _NEEDED if not raw.get(key)]:
        raise UnreadableCalendar(f"「{name}」没有写 {'、'.join(missing)}。补上再试。")
    try:
        return _checked(
            Entry(
                name=name,
                when=read_when(str(raw["when"])),
                to=_stream(raw["to"]),
                title=str(raw["title"]),
                text=str(raw.get("text", "")).strip(),
                rank=int(raw.get("rank", 0)),
                instead=str(raw.get("instead", "")),
                season=_season(raw),
                holidays=tuple(map(_holiday, raw.get("holidays", ()))),
                where=str(raw.get("where", "")),
                teaches=bool(raw.get("teaches", False)),
                kinds=frozenset(map(Kind, raw.get("kinds", ()))),
                types=frozenset(map(HazardKind, raw.get("types", ()))),
                confirm=bool(raw.get("confirm", False)),
                report=bool(raw.get("report", False)),
                hazards=bool(raw.get("hazards", False)),
                source=str(raw.get("source", "")),
                mark=str(raw.get("mark", "")),
            )
        )
    except ValueError as error:
        raise UnreadableCalendar(f"「{name}」：{error}。") from None


def _checked(entry: Entry) -> Entry:
    if len(entry.text) > LONGEST:
        raise ValueError(f"text 有 {len(entry.text)} 个字，最多写 {LONGEST} 个")
    if not entry.text and not entry.teaches:
        raise ValueError("没有 text，也没有 teaches = true，发出去就是空的")
    if entry.report and not (isinstance(entry.to, tuple) and Role.DEPT_HEAD in entry.to):
        raise ValueError("report = true 是请部门负责人上报，to 里要有 dept_head")
    used = {
        blank for words in (entry.title, entry.text) for _, blank, *_ in Formatter().parse(words) if blank is not None
    }
    if strange := sorted(used - set(BLANKS)):
        raise ValueError(f"花括号里写了 {strange[0]}，只能写 {'、'.join(BLANKS)}")
    if used & _OF_HOLIDAYS and entry.when.rhythm not in (Rhythm.BEFORE, Rhythm.AFTER):
        raise ValueError("只有节前、节后的才能写 {节日}、{假期}、{上班}")
    return entry


def _stream(written: Any) -> Stream:
    """`"安全提醒"`: the groups that subscribe; `["safety_admin"]`: people."""
    if isinstance(written, str):
        if written in tuple(Volunteers):
            return Volunteers(written)
        if written not in tuple(Topic):
            raise ValueError(f"to 写了「{written}」，订阅的种类有 {'、'.join(Topic)}；给人就写成 ['safety_admin']")
        return Topic(written)
    known = tuple(role.value for role in Role)
    if strange := [role for role in written if role not in known]:
        raise ValueError(f"to 写了 {strange[0]}，没有这个角色")
    return tuple(map(Role, written))


def _season(raw: Mapping[str, Any]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    if "from" not in raw and "until" not in raw:
        return None
    return _month_day(raw.get("from")), _month_day(raw.get("until"))


def _month_day(written: Any) -> tuple[int, int]:
    try:
        on = read_when(f"{written} 00:00").on
    except ValueError:
        raise ValueError(f"from 和 until 要写成 05-15 这样，写的是「{written}」") from None
    return on


def _holiday(written: Any) -> str:
    if written not in HOLIDAYS:
        raise ValueError(f"holidays 写了「{written}」，只有 {'、'.join(HOLIDAYS)}")
    return str(written)
