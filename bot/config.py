"""The configuration: a TOML file, every value of it overridable by a `QUNWU_` variable (`QUNWU_DATABASE__URL`).

A secret may stand in the file, in a variable, or in a file of its own that `<name>_file` names.
"""

import os
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, SettingsError

from bot.domain.company import Company
from bot.domain.groups import Group
from bot.domain.notices import Topic
from bot.domain.rights import Role
from bot.errors import ConfigError
from bot.identifiers import ChatId, GroupId, user_id

SECRETS = ("secret", "token", "encoding_aes_key", "webhook_key")
_FROM_FILES = (*SECRETS, "url")  # an address may hold a password
_PREFIX = "QUNWU_"
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


def _of_43(key: SecretStr) -> SecretStr:
    if len(key.get_secret_value()) != 43:
        raise ValueError("an EncodingAESKey has exactly 43 letters and digits")
    return key


Secret = Annotated[SecretStr, Field(min_length=1)]
AesKey = Annotated[SecretStr, AfterValidator(_of_43)]


class Section(BaseModel):
    """A table of the file. Unknown keys are refused: a misspelt setting must not be silently ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _read_secret_files(cls, values: Any) -> Any:
        if not isinstance(values, dict):
            return values
        read = {name: _content(f"{name}_file", values) for name in _FROM_FILES if values.get(f"{name}_file")}
        return {key: value for key, value in values.items() if key.removesuffix("_file") not in read} | read


def _content(key: str, values: dict[str, Any]) -> str:
    try:
        return Path(values[key]).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{key} can't be read: {error}") from None


class DatabaseSection(Section):
    """`sqlite:///path` (one process) or `postgres://user:password@host/name`."""

    url: str = Field(default="sqlite://qunwu.sqlite3", repr=False)

    @field_validator("url")
    @classmethod
    def _of_a_kind_we_know(cls, url: str) -> str:
        if not url.startswith(("sqlite://", "postgres://")):
            raise ValueError("must begin with sqlite:// or postgres://")
        return url


class ServerSection(Section):
    """Where the bot listens for WeCom's callbacks and for health checks.

    `public_url` is how WeCom reaches it from outside, without `/wecom/…`: only `qunwu check` asks there.
    """

    host: str = "127.0.0.1"
    port: int = Field(default=8802, ge=1, le=65535)
    public_url: str | None = Field(default=None, pattern="^https?://[^/]")


class KeysSection(Section):
    """One pair of callback keys."""

    token: Secret
    encoding_aes_key: AesKey


class CallbackSection(Section):
    """What a callback is checked with. `previous` is honoured too, while the pair in WeCom's console is changed."""

    token: Secret | None = None
    encoding_aes_key: AesKey | None = None
    previous: KeysSection | None = None

    @property
    def keys(self) -> list[tuple[str, str]]:
        """(token, EncodingAESKey), the newest first; empty where nothing is heard by callback."""
        if self.token is None or self.encoding_aes_key is None:
            return []
        newest = (self.token.get_secret_value(), self.encoding_aes_key.get_secret_value())
        old = self.previous
        return [newest, (old.token.get_secret_value(), old.encoding_aes_key.get_secret_value())] if old else [newest]

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        if (self.token is None) != (self.encoding_aes_key is None):
            raise ValueError("token and encoding_aes_key belong together: WeCom's console shows both")
        if self.previous and self.token is None:
            raise ValueError("previous is the pair before token and encoding_aes_key, which are missing")
        return self


class AppSection(CallbackSection):
    """The self-built app: cards to anybody, contacts, and, with token and key, what people write to it."""

    agent_id: int
    secret: Secret


class ContactsSection(Section):
    """The contacts-sync secret, where there is one."""

    secret: Secret


class BotSection(CallbackSection):
    """The AI bot, by long connection (`secret`) or by callback (its keys): WeCom lets it be one."""

    id: str = Field(min_length=1)
    secret: Secret | None = None
    ws_url: str = "wss://openws.work.weixin.qq.com"

    @field_validator("ws_url")
    @classmethod
    def _a_socket(cls, url: str) -> str:
        if not url.startswith(("wss://", "ws://")):
            raise ValueError("must begin with wss:// (or ws://)")
        return url

    @model_validator(mode="after")
    def _one_mode(self) -> Self:
        if self.secret is None and self.token is None:
            raise ValueError("secret is missing (or, for callback mode, token and encoding_aes_key)")
        if self.secret is not None and self.token is not None:
            raise ValueError("either secret (long connection) or token and encoding_aes_key (callback mode), not both")
        return self


class WeComSection(Section):
    """`api_base` is the address without `/cgi-bin`. `picture_hosts`: where people's pictures may be fetched from."""

    api_base: str = "https://qyapi.weixin.qq.com"
    picture_hosts: list[str] = Field(default=[".myqcloud.com", ".qpic.cn", ".weixin.qq.com"])
    corp_id: str = ""
    app: AppSection | None = None
    contacts: ContactsSection | None = None
    bot: BotSection | None = None

    @field_validator("api_base")
    @classmethod
    def _an_address(cls, url: str) -> str:
        if not url.startswith(("https://", "http://")):
            raise ValueError("must begin with https:// (or http://)")
        return url

    @model_validator(mode="after")
    def _something_to_speak_by(self) -> "WeComSection":
        if self.app is None and self.bot is None:
            raise ValueError("neither [wecom.bot] nor [wecom.app] is there: the bot could not speak")
        if self.app is not None and not self.corp_id:
            raise ValueError("corp_id is missing: [wecom.app] needs it (console: 我的企业)")
        return self


class CompanySection(Section):
    """`department_aliases`: a department's name -> other names people use for it."""

    bot_name: str = "小助手"
    timezone: str = "Asia/Shanghai"
    department_aliases: dict[str, list[str]] = Field(default_factory=dict)

    @field_validator("timezone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(f"there is no time zone {name!r}") from None
        return name


class GroupSection(Section):
    """A room of the registry and its bindings; people are given by userid."""

    id: str
    name: str
    type: str = ""
    aliases: list[str] = Field(default_factory=list)
    admins: list[str] = Field(default_factory=list)
    members: list[str] = Field(default_factory=list)
    bot_chat_id: str | None = None
    app_chat_id: str | None = None
    webhook_key: Secret | None = None
    subscribes: list[Topic] = Field(default_factory=list)

    def group(self) -> Group:
        return Group(
            id=GroupId(self.id),
            name=self.name,
            kind=self.type,
            aliases=tuple(self.aliases),
            admins=frozenset(map(user_id, self.admins)),
            members=frozenset(map(user_id, self.members)),
            bot_chat=ChatId(self.bot_chat_id) if self.bot_chat_id else None,
            app_chat=ChatId(self.app_chat_id) if self.app_chat_id else None,
            webhook=self.webhook_key.get_secret_value() if self.webhook_key else None,
            subscribes=frozenset(self.subscribes),
        )


class Settings(BaseSettings):
    """Everything that can be set."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True)

    clock: Literal["system", "sandbox"] = "system"
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    database: DatabaseSection = DatabaseSection()
    server: ServerSection = ServerSection()
    wecom: WeComSection
    company: CompanySection = CompanySection()
    roles: dict[Role, list[str]] = Field(default_factory=dict)
    groups: list[GroupSection] = Field(default_factory=list)

    @field_validator("groups")
    @classmethod
    def _each_once(cls, groups: list[GroupSection]) -> list[GroupSection]:
        """Two blocks of one group would have the bot mistake one for the other."""
        for key in ("id", "name", "bot_chat_id", "app_chat_id"):
            times = Counter(value for each in groups if (value := getattr(each, key)))
            if twice := [value for value, count in times.items() if count > 1]:
                raise ValueError(f"two of them have the {key} {twice[0]!r}")
        return groups

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Variables beat the file."""
        return env_settings, init_settings

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.company.timezone)

    def configured_company(self) -> Company:
        """The part of the company that the configuration tells; people come from the directory."""
        return Company(
            groups=tuple(each.group() for each in self.groups),
            grants={role: frozenset(map(user_id, people)) for role, people in self.roles.items()},
            aliases={name: tuple(aliases) for name, aliases in self.company.department_aliases.items()},
            bot_name=self.company.bot_name,
        )


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
        name = f"{_PREFIX}{field[1].upper()}" if field else "a variable"
        raise ConfigError([f"{name}: a list or a table in a variable must be JSON", *strangers]) from None
    if strangers:
        raise ConfigError(strangers)
    return settings


def _strangers(names: Iterable[str]) -> list[str]:
    """A line for each variable that names no setting; nested names are checked with the values."""
    ours = (name for name in sorted(names) if name.startswith(_PREFIX) and not name.startswith(_NOT_SETTINGS))
    return [
        f"{name}: there is no such setting"
        for name in ours
        if name.removeprefix(_PREFIX).partition("__")[0].lower() not in Settings.model_fields
    ]


def _line(path: Path, error: Any) -> str:
    """`config.toml: wecom.bot.id: what is wrong`, without the value, which may be a secret."""
    parts = [str(part) for part in error["loc"] if part != "[key]"]
    variable = _PREFIX + "__".join(parts).upper()
    where = variable if variable in os.environ else f"{path}: {'.'.join(parts) or 'the file'}"
    said = error["msg"].removeprefix("Value error, ").replace("Input should be", "must be", 1)
    return f"{where}: {_WORDING.get(error['type'], said)}"
