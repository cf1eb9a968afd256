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
    values = settings.model_dump(exclude={"server", "log_level"})
    text = json.dumps(values, default=_plain, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def _plain(value: Any) -> str:
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value)
