"""Whether a configuration file that holds secrets can be read by others on this machine."""

import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bot.config.sections import SECRETS


def warning(path: Path) -> str | None:
    """One line that names the remedy; None where all is well (or the system knows no such rights)."""
    if not path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        return None
    if not any(_secrets(tomllib.loads(path.read_text(encoding="utf-8-sig")))):
        return None
    return f"{path} holds secrets and others on this machine can read it: chmod 600 {path}"


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
