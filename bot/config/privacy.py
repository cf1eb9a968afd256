"""Whether files that hold secrets can be read by others on this machine: the configuration, and those that it names."""

import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from bot.config.sections import SECRETS

OTHERS: Final = stat.S_IRGRP | stat.S_IROTH


def warnings(path: Path) -> list[str]:
    """A line for each that names the remedy; none where all is well (or the system knows no such rights)."""
    return [f"{each} 里有密钥，本机其他用户也能读：运行 chmod 600 {each}" for each in exposed(path)]


def exposed(path: Path) -> list[Path]:
    """Those that others can read."""
    values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    holders = [*([path] if any(_secrets(values)) else []), *_named(values)]
    return [each for each in dict.fromkeys(holders) if each.exists() and each.stat().st_mode & OTHERS]


def _named(value: Any) -> Iterator[Path]:
    """Files of secrets."""
    match value:
        case dict():
            for name, each in value.items():
                if name.endswith("_file") and isinstance(each, str) and each:
                    yield Path(each)
                yield from _named(each)
        case list():
            for each in value:
                yield from _named(each)


def _secrets(value: Any, key: str = "") -> Iterator[str]:
    match value:
        case dict():
            for name, each in value.items():
                yield from _secrets(each, name)
        case list():
            for each in value:
                yield from _secrets(each, key)
        case str() if value and (key in SECRETS or (key == "url" and urlsplit(value).password)):
            yield key
