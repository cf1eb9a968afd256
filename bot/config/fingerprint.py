"""Whether two configurations are the same, without showing either: the running bot's, and the one in the file now."""

import hashlib
import json
from typing import Any, Final

from pydantic import SecretStr

from bot.config.settings import Settings

LENGTH: Final = 12  # hexadecimal digits


def fingerprint(settings: Settings) -> str:
    """Of all that the bot works by, secrets included; nobody can read them out of so few digits.

    Where it listens and what it logs make no other bot of it: each of several processes has its own port.
    """
    values = _plain(settings.model_dump(exclude={"server", "log_level"}))
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:LENGTH]


def _plain(value: Any) -> Any:
    """As JSON, alike in every process: a set has no order of its own."""
    match value:
        case dict():
            return {str(key): _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
        case set() | frozenset():
            return sorted(map(str, value))
        case SecretStr():
            return value.get_secret_value()
    return str(value)
