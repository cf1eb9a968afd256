"""Reads the configuration file; what is wrong with it is said all at once, a clear line each, without the values."""

import os
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import SettingsError

from bot.config.settings import PREFIX, Settings
from bot.config.wording import fault, place, stranger
from bot.errors import ConfigError, unreadable
from bot.patterns import regex

_OF_TESTS = "QUNWU_TEST_"  # QUNWU_TEST_POSTGRES
_WHERE_IT_IS = "QUNWU_CONFIG"  # says which file is read, and nothing of what stands in it
_NOT_THERE = "没有这个文件。在别处就用 --config 指出来，没有就把 config.example.toml 复制成它再填"
_FIELD = regex(r'field "(\w+)"')  # in what pydantic says of a variable that is not JSON
_PLACE = regex(r"\(at line (\d+), column (\d+)\)")


def load(path: Path) -> Settings:
    """Raises ConfigError that lists everything that is wrong at once."""
    values = _read(path)
    strangers = _strangers(os.environ)
    try:
        settings = Settings(**values)
    except ValidationError as error:
        raise ConfigError([*(_line(path, each) for each in error.errors(include_input=False)), *strangers]) from None
    except SettingsError as error:
        field = _FIELD.search(str(error))
        name = f"{PREFIX}{field[1].upper()}" if field else "有个变量"
        raise ConfigError([f"{name}：变量里的列表或一节要写成 JSON", *strangers]) from None
    if strangers:
        raise ConfigError(strangers)
    return settings


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigError([f"{path}：{_NOT_THERE}"]) from None
    except UnicodeDecodeError:
        raise ConfigError([f"{path}：不是 UTF-8，另存为 UTF-8 再试"]) from None
    except OSError as error:
        raise ConfigError([f"{path}：{unreadable(error)}"]) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError([f"{path}：{_where_it_breaks(str(error))}"]) from None


def _where_it_breaks(said: str) -> str:
    found = _PLACE.search(said)
    where = f"第 {found[1]} 行第 {found[2]} 个字符处" if found else "末尾"
    return f"{where}不合 TOML 的写法，看引号、方括号和等号是否成对、同一个名字是否写了两遍"


def _strangers(names: Iterable[str]) -> list[str]:
    """A line for each variable that names no setting; nested names are checked with the values."""
    ours = (
        name
        for name in sorted(names)
        if name.startswith(PREFIX) and not name.startswith(_OF_TESTS) and name != _WHERE_IT_IS
    )
    tops = ((name, name.removeprefix(PREFIX).partition("__")[0].lower()) for name in ours)
    return [f"{name}：{stranger([top], Settings)}" for name, top in tops if top not in Settings.model_fields]


def _line(path: Path, error: Any) -> str:
    """`config.toml 的 wecom.bot.id：what is wrong`, without the value, which may be a secret."""
    parts = [str(part) for part in error["loc"] if part != "[key]"]
    variable = PREFIX + "__".join(parts).upper()
    where = variable if variable in os.environ else " 的 ".join(filter(None, (str(path), place(parts))))
    return f"{where}：{fault(error, Settings)}"
