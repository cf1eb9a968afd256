"""The configuration as the rest of the bot may ask it: what a setting is, who says so, and what would be if it changed.

The file comes first, what was changed in chat goes over it, variables of the environment go over both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

from bot.domain.rights import Role
from bot.errors import ConfigError
from bot.identifiers import UserId

if TYPE_CHECKING:
    from bot.domain.company import Company

PREFIX: Final = "PZ"  # of the numbers of changes
NONE_HERE: Final = "这台机器人没有配置文件，改不了设置。"

Plain = str | int | float | bool | list[str]
Overlay = Mapping[str, Plain]
"""What was changed in chat: `notices.quiet_from` -> `22:00`."""


class Origin(StrEnum):
    """Who says what a setting is; the value is what people read."""

    DEFAULT = "默认"
    FILE = "配置文件"
    CHAT = "聊天里改的"
    VARIABLE = "环境变量"


@dataclass(frozen=True, slots=True)
class SettingChange:
    """`value` and `before` as the overlay has them, None: as the file says. `approved`: who let it pass, if that was
    needed; `undoes`: the number of the change that it takes back."""

    number: str
    key: str
    value: Plain | None
    before: Plain | None
    by: UserId
    at: datetime
    approved: UserId | None = None
    undoes: str = ""


class Configuration(Protocol):
    @property
    def signer(self) -> Role:
        """Who lets changes pass (D18§4)."""
        ...

    def value(self, key: str) -> Plain | None:
        """As it stands now; None: there is no such setting, or nobody has set it."""
        ...

    def origin(self, key: str) -> Origin: ...

    def changed(self, overlay: Overlay) -> "Configuration":
        """With this in place of all that was changed in chat. Raises ConfigError where the whole doesn't hold."""
        ...

    def company(self) -> "Company":
        """What the configuration tells of the company, this configuration included."""
        ...

    def in_words(self) -> str:
        """What was changed in chat, as it would stand in the file."""
        ...

    def as_file(self) -> str:
        """All of it, without secrets."""
        ...


class Unconfigured:
    """`Configuration` of a bot that was made without any: nothing is set, and nothing can be."""

    signer = Role.EXECUTIVE

    def value(self, key: str) -> Plain | None:
        return None

    def origin(self, key: str) -> Origin:
        return Origin.DEFAULT

    def changed(self, overlay: Overlay) -> Configuration:
        raise ConfigError([NONE_HERE])

    def company(self) -> "Company":
        from bot.domain.company import Company

        return Company(configuration=self)

    def in_words(self) -> str:
        return ""

    def as_file(self) -> str:
        return ""


def folded(changes: list[SettingChange]) -> dict[str, Plain]:
    """The overlay that changes lead to, in their order."""
    overlay: dict[str, Plain] = {}
    for each in changes:
        overlay.pop(each.key, None)
        if each.value is not None:
            overlay[each.key] = each.value
    return overlay
