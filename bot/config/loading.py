"""Reads the configuration file; what is wrong with it is said all at once, a clear line each, without the values."""

import os
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import SettingsError

from bot.config.settings import PREFIX, Settings
from bot.errors import ConfigError

_NOT_SETTINGS = "QUNWU_TEST_"  # of the tests: QUNWU_TEST_POSTGRES
_WORDING = {
    "missing": "is missing",
    "extra_forbidden": "there is no such setting",
    "string_too_short": "is empty",
    "too_short": "is empty",
    "string_type": 'must be text in quotes: "…"',
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "list_type": 'must be a list: ["…"]',
    "model_type": "must be a table",
    "dict_type": "must be a table",
}
_FIELD = re.compile(r'field "(\w+)"')  # in what pydantic says of a variable that is not JSON


def load(path: Path) -> Settings:
    """Raises ConfigError that lists everything that is wrong at once."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError([f"{path}: no such file; copy config.example.toml and fill it in"]) from None
    except OSError as error:
        raise ConfigError([f"{path}: {error.strerror}"]) from None
    except UnicodeDecodeError:
        raise ConfigError([f"{path}: not UTF-8; save it as UTF-8"]) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([f"{path}: {error}"]) from None
    strangers = _strangers(os.environ)
    try:
        settings = Settings(**values)
    except ValidationError as error:
        raise ConfigError([*(_line(path, each) for each in error.errors(include_input=False)), *strangers]) from None
    except SettingsError as error:
        field = _FIELD.search(str(error))
        name = f"{PREFIX}{field[1].upper()}" if field else "a variable"
        raise ConfigError([f"{name}: a list or a table in a variable must be JSON", *strangers]) from None
    if strangers:
        raise ConfigError(strangers)
    return settings


def _strangers(names: Iterable[str]) -> list[str]:
    """A line for each variable that names no setting; nested names are checked with the values."""
    ours = (name for name in sorted(names) if name.startswith(PREFIX) and not name.startswith(_NOT_SETTINGS))
    return [
        f"{name}: there is no such setting"
        for name in ours
        if name.removeprefix(PREFIX).partition("__")[0].lower() not in Settings.model_fields
    ]


def _line(path: Path, error: Any) -> str:
    """`config.toml: wecom.bot.id: what is wrong`, without the value, which may be a secret."""
    parts = [str(part) for part in error["loc"] if part != "[key]"]
    variable = PREFIX + "__".join(parts).upper()
    where = variable if variable in os.environ else f"{path}: {'.'.join(parts) or 'the file'}"
    said = error["msg"].removeprefix("Value error, ").replace("Input should be", "must be", 1)
    return f"{where}: {_WORDING.get(error['type'], said)}"
