"""Files of packs: TOML, as those in `packs/` beside this file. Everything that is wrong with one is found at once."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from bot.domain.moderation.categories import Severity, categories
from bot.domain.moderation.clauses import ID, Clause
from bot.domain.moderation.findings import Finding, Place, UnreadablePack, lines_of
from bot.domain.moderation.pack import (
    ANSWER_DAYS,
    APPEAL_DAYS,
    PAUSABLE,
    SEVERITIES,
    WINDOW,
    Decay,
    Pack,
    Procedure,
    Repeat,
    Step,
    StepKind,
)
from bot.domain.moderation.reading_steps import read_steps
from bot.domain.moderation.values import Table, Values
from bot.domain.rights import Role
from bot.patterns import regex

_NEEDED: Final = ("id", "name", "document", "version")
_KEYS: Final = (
    *(*_NEEDED, "partial", "interpreter", "rewards", "since", "until", "regions", "left_open", "pauses"),
    *("window_days", "repeat", "decay", "appeal_days", "answer_days", "procedure", "forbids", "tells"),
    *("steps", "ladder"),
)
_OF_PROCEDURE: Final = ("discussed", "consulted", "published", "ack")
_SYNTAX: Final = regex(r"line (\d+)")


@dataclass(frozen=True, slots=True)
class Usual:
    """What holds where a text is silent; days of appeals are working days."""

    window: timedelta = WINDOW
    appeal_days: int = APPEAL_DAYS
    answer_days: int = ANSWER_DAYS


USUAL: Final = Usual()


def read_pack(text: str, usual: Usual = USUAL) -> Pack:
    """Raises UnreadablePack, with all that is wrong."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _SYNTAX.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise UnreadablePack([Finding(line, "不合 TOML 的写法", "看引号、方括号和等号是否成对")]) from None
    values = Values(lines_of(text))
    pack = _pack(raw, usual, values)
    if values.findings:
        raise UnreadablePack(sorted(values.findings, key=lambda each: each.line))
    return pack


def _pack(raw: Table, usual: Usual, values: Values) -> Pack:
    values.known(raw, _KEYS, ())
    id_, name, document, version = (values.needed(raw, key, ()) for key in _NEEDED)
    cited = _cited(raw, id_, values)
    steps = read_steps(raw, cited, values)
    pack = Pack(
        id=id_,
        name=name,
        document=document,
        version=version,
        steps=MappingProxyType(steps),
        ladder=MappingProxyType(_ladder(raw, steps, values)),
        forbids=MappingProxyType(_forbids(raw, cited, values)),
        since=values.day(raw, "since", ()),
        until=values.day(raw, "until", ()),
        partial=values.word(raw, "partial", ()),
        regions=values.words(raw, "regions", ()),
        procedure=read_procedure(values.table(raw, "procedure"), ("procedure",), values),
        window=timedelta(days=values.number(raw, "window_days", (), usual=usual.window.days, most=3650)),
        repeat=values.choice(raw, "repeat", (), Repeat.SAME),
        decay=values.choice(raw, "decay", (), Decay.RESTART),
        appeal_days=values.number(raw, "appeal_days", (), usual=usual.appeal_days, most=60),
        answer_days=values.number(raw, "answer_days", (), usual=usual.answer_days, most=60),
        interpreter=values.word(raw, "interpreter", ()),
        rewards=values.clause(values.word(raw, "rewards", ()), ("rewards",), cited),
        left_open=values.words(raw, "left_open", ()),
        pauses=_pauses(raw, values),
        tells=MappingProxyType(_tells(raw, values)),
    )
    if pack.since and pack.until and pack.until < pack.since:
        values.wrong(("until",), "until 早于 since", "改成先生效、后失效")
    return pack


def _cited(raw: Table, id_: str, values: Values) -> str:
    """What clauses begin with: the pack's own id. Where all of them agree on another, that is said once."""
    if id_ and not ID.fullmatch(id_):
        values.wrong(("id",), f"id 写了「{id_}」", "用字母开头，只用字母、数字、- 和 _，最多 16 个字符，例如 HB2026")
    named = {each.partition("§")[0] for each in _clauses(raw)}
    other = named.pop() if len(named) == 1 else id_
    if other == id_ or not (ID.fullmatch(id_) and ID.fullmatch(other)):
        return other if ID.fullmatch(other) else id_
    values.wrong(
        ("id",), f"id 是 {id_}，条款却都写 {other}§", f"把条款里的 {other}§ 全换成 {id_}§，或者把 id 改回 {other}"
    )
    return other


def _clauses(raw: Table) -> Iterator[str]:
    forbids, steps = raw.get("forbids"), raw.get("steps")
    listed = forbids.values() if isinstance(forbids, dict) else ()
    yield from (each for clauses in listed if isinstance(clauses, list) for each in clauses if isinstance(each, str))
    written = (each.get("clause") for each in (steps if isinstance(steps, list) else ()) if isinstance(each, dict))
    yield from (each for each in written if isinstance(each, str) and each)


def _pauses(raw: Table, values: Values) -> tuple[StepKind, ...]:
    written = values.words(raw, "pauses", ())
    known = {kind.value: kind for kind in PAUSABLE}
    for strange in (each for each in written if each not in known):
        values.wrong(("pauses",), f"pauses 写了 {strange}，申诉时停不下来", f"可以写 {'、'.join(known)}")
    return tuple(known[each] for each in written if each in known)


def read_procedure(raw: Table, at: Place, values: Values) -> Procedure:
    values.known(raw, _OF_PROCEDURE, at)
    return Procedure(
        discussed=values.day(raw, "discussed", at),
        consulted=values.day(raw, "consulted", at),
        published=values.day(raw, "published", at),
        ack=values.number(raw, "ack", at, usual=0, least=0, most=100) or None,
    )


def _of_categories(raw: Table, key: str, values: Values) -> Table:
    table, known = values.table(raw, key), categories()
    for code in table:
        if code not in known or not known[code].on:
            charged = "、".join(each.code for each in known.values() if each.on)
            values.wrong((key, code), f"{code} 不能写在这里", f"可以写 {charged}")
    return table


def _tells(raw: Table, values: Values) -> dict[str, tuple[Role, ...]]:
    table, known = _of_categories(raw, "tells", values), categories()
    for code in (each for each in table if each in known and known[each].of_hr_alone):
        values.wrong(("tells", code), f"{code} 只由人力资源处理，不通报", "删掉这一行")
    return {code: values.roles(table, code, ("tells",)) for code in table}


def _forbids(raw: Table, pack: str, values: Values) -> dict[str, tuple[Clause, ...]]:
    table = _of_categories(raw, "forbids", values)
    return {
        code: tuple(values.clause(each, ("forbids", code), pack) for each in values.words(table, code, ("forbids",)))
        for code in table
    }


def _ladder(raw: Table, steps: Mapping[str, Step], values: Values) -> dict[Severity, tuple[str, ...]]:
    table, found = values.table(raw, "ladder"), dict[Severity, tuple[str, ...]]()
    values.known(table, [each.value for each in SEVERITIES], ("ladder",))
    for severity in SEVERITIES:
        keys = values.words(table, severity.value, ("ladder",))
        for strange in (key for key in keys if key not in steps):
            what = f"{severity.value} 里的「{strange}」没有这一节 [[steps]]"
            values.wrong(("ladder", severity.value), what, f"可以写 {'、'.join(steps) or '先写 [[steps]]'}")
        found[severity] = tuple(key for key in keys if key in steps)
    if not any(found.values()):
        values.wrong(("ladder",), "没有写哪种轻重用哪种办法", '在 [ladder] 里写 mild = ["…"]、serious、critical')
    return found
