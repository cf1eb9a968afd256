"""`bot.domain.upkeep.configuration.Configuration`: the file, with what was changed in chat laid over it.

The whole is read by the same validators as the file, before a change is even asked for and whenever it is taken on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic_settings import EnvSettingsSource

from bot.config.as_toml import LEFT_OUT, PERSONAL, as_toml, without_secrets
from bot.config.settings import Settings
from bot.config.wording import fault, place
from bot.domain.company import Company
from bot.domain.rights import Role
from bot.domain.upkeep.configuration import Configuration, Origin, Overlay, Plain
from bot.domain.upkeep.parameters import FIXED
from bot.errors import ConfigError

AT_RESTART: Final = frozenset(each.key for each in FIXED if each.at_restart)
SHORTEST: Final = 8  # characters of a secret that a line is searched for
HEAD: Final = (
    "# The configuration with what was changed in chat in it. Secrets are left out, and so are\n"
    f"# {', '.join(f'[{each}]' for each in (*LEFT_OUT, *PERSONAL))}: keep those of your own file. Variables stay.\n"
)


def _nothing() -> Overlay:
    return MappingProxyType({})


@dataclass(frozen=True)
class Configured:
    """`file`: as it was read, with no change in it. `overlay`: what was changed in chat; `started`: what of it was
    there when the program was, which what only a restart changes goes by."""

    file: Settings
    overlay: Overlay = field(default_factory=_nothing)
    started: Overlay = field(default_factory=_nothing)

    @classmethod
    def at_start(cls, file: Settings, overlay: Overlay) -> "Configured":
        """Raises ConfigError where what was changed in chat doesn't go with the file any more."""
        made = cls(file, overlay, overlay)
        made._whole()
        return made

    @property
    def settings(self) -> Settings:
        """All that holds, after the next restart at the latest."""
        return _merged(self.file, self.overlay)

    @property
    def signer(self) -> Role:
        return self.file.approvals.parameters

    def value(self, key: str) -> Plain | None:
        return _plain(_at(self.settings, key.split(".")))

    def origin(self, key: str) -> Origin:
        if _has(_variables(), key):
            return Origin.VARIABLE
        if key in self.overlay:
            return Origin.CHAT
        return Origin.FILE if _has(self.file.as_written, key) else Origin.DEFAULT

    def changed(self, overlay: Overlay) -> Configuration:
        after = replace(self, overlay=MappingProxyType(dict(overlay)))
        after._whole()
        return after

    def company(self) -> Company:
        now = {key: value for key, value in self.overlay.items() if key not in AT_RESTART}
        now |= {key: value for key, value in self.started.items() if key in AT_RESTART}
        return replace(_merged(self.file, now).configured_company(), configuration=self)

    def in_words(self) -> str:
        return as_toml(_laid_over({}, self.overlay)).strip()

    def as_file(self) -> str:
        written = as_toml(without_secrets(_laid_over(self.file.as_written, self.overlay)))
        secrets = [each for each in _secrets(self.file.model_dump()) if len(each) >= SHORTEST]
        lines = [each for each in written.splitlines() if not any(secret in each for secret in secrets)]
        return "\n".join([HEAD, *lines, ""])

    def _whole(self) -> None:
        """Raises ConfigError."""
        self.settings.configured_company()


def _merged(file: Settings, overlay: Overlay) -> Settings:
    """Raises ConfigError with a line for each thing that is wrong."""
    if not overlay:
        return file
    try:
        return Settings(**_laid_over(file.as_written, overlay))
    except ValidationError as error:
        raise ConfigError([_line(each) for each in error.errors(include_input=False)]) from None


def _line(error: Any) -> str:
    parts = [str(part) for part in error["loc"] if part != "[key]"]
    return f"{place(parts)}：{fault(error, Settings)}"


def _laid_over(values: Mapping[str, Any], overlay: Overlay) -> dict[str, Any]:
    after = dict(values)
    for key, value in overlay.items():
        _put(after, key.split("."), value)
    return after


def _put(values: dict[str, Any], path: list[str], value: Plain) -> None:
    """Tables on the way are copied: the file's own stay as they are. `hr = ["lina"]` is short for accounts."""
    first, *rest = path
    if not rest:
        values[first] = value
        return
    inner = values.get(first)
    values[first] = {"people": inner} if isinstance(inner, list) else dict(inner or {})
    _put(values[first], rest, value)


def _at(value: Any, path: Iterable[str]) -> Any:
    for part in path:
        value = value.get(part) if isinstance(value, Mapping) else getattr(value, part, None)
    return value


def _has(values: Any, key: str) -> bool:
    for part in key.split("."):
        if isinstance(values, list):  # the short form
            return part == "people"
        if not isinstance(values, Mapping) or part not in values:
            return False
        values = values[part]
    return True


def _variables() -> Mapping[str, Any]:
    return EnvSettingsSource(Settings)()


def _plain(value: Any) -> Plain | None:
    match value:
        case time():
            return value.isoformat("minutes")
        case StrEnum():
            return str(value)
        case list() | tuple():
            return [str(_plain(each)) for each in value]
        case bool() | int() | float() | str():
            return value
    return None


def _secrets(value: Any) -> Iterable[str]:
    match value:
        case SecretStr():
            yield value.get_secret_value()
        case Mapping():
            for each in value.values():
                yield from _secrets(each)
        case list() | tuple():
            for each in value:
                yield from _secrets(each)
        case BaseModel():
            yield from _secrets(value.model_dump())
