"""A configuration written as TOML again, without what is secret: that stays in the file it came from."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import Any, Final

from bot.config.sections import SECRETS

LEFT_OUT: Final = ("wecom", "database")  # tables that hold little else than credentials and addresses
PERSONAL: Final = ("leave.people", "privacy.held")  # of single people, whose file this isn't
_SECRET: Final = frozenset({*SECRETS, "url", "feed"})  # an address may hold a password


def without_secrets(values: Mapping[str, Any]) -> dict[str, Any]:
    """What may be shown of it to who looks after the bot."""
    return {key: _shown(value, key) for key, value in values.items() if key not in LEFT_OUT and key not in _SECRET}


def as_toml(values: Mapping[str, Any]) -> str:
    return "\n".join(_table(values, ())).strip() + "\n"


def _shown(value: Any, path: str) -> Any:
    match value:
        case Mapping():
            open_ = {key: each for key, each in value.items() if key not in _SECRET}
            return {key: _shown(each, at) for key, each in open_.items() if (at := f"{path}.{key}") not in PERSONAL}
        case list() | tuple():
            return [_shown(each, path) for each in value]
    return value


def _table(values: Mapping[str, Any], path: Sequence[str]) -> Iterator[str]:
    """Plain values before tables: what follows a table's head belongs to it."""
    plain = {key: value for key, value in values.items() if not _is_table(value) and not _are_tables(value)}
    if path and (plain or not values):
        yield f"\n[{_dotted(path)}]"
    yield from (f"{_key(key)} = {_value(value)}" for key, value in plain.items() if value is not None)
    for key, value in values.items():
        if _is_table(value):
            yield from _table(value, (*path, key))
        elif _are_tables(value):
            yield from _tables(value, (*path, key))


def _tables(rows: Sequence[Mapping[str, Any]], path: Sequence[str]) -> Iterator[str]:
    for row in rows:
        yield f"\n[[{_dotted(path)}]]"
        yield from (f"{_key(key)} = {_value(value)}" for key, value in row.items() if value is not None)


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping)


def _are_tables(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and bool(value) and all(isinstance(each, Mapping) for each in value)


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case date() | time():
            return value.isoformat()
        case Mapping():
            return "{ " + ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items()) + " }"
        case list() | tuple():
            return "[" + ", ".join(map(_value, value)) + "]"
    return str(value)


def _dotted(path: Sequence[str]) -> str:
    return ".".join(map(_key, path))


def _key(key: str) -> str:
    bare = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if bare else json.dumps(key, ensure_ascii=False)
