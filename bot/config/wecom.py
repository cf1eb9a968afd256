"""What the configuration says of WeCom: the company's id, the app, the AI bot, and the keys of their callbacks."""

from typing import Self

from pydantic import Field, field_validator, model_validator

from bot.config.sections import AesKey, Secret, Section


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
            raise ValueError("token 和 encoding_aes_key 要一起填，管理后台里两个都有")
        if self.previous and self.token is None:
            raise ValueError("previous 是上一对 token 和 encoding_aes_key，现在的这一对还没有填")
        return self


class AppSection(CallbackSection):
    """The self-built app: cards to anybody, contacts, and, with token and key, what people write to it."""

    agent_id: int
    secret: Secret


class ContactsSection(Section):
    """The contacts-sync secret, where there is one."""

    secret: Secret


class CheckinSection(Section):
    """The secret of WeCom's own 打卡, which companies of before December 2023 may still use."""

    secret: Secret


class EmergencySection(Section):
    """The secret of WeCom's own 紧急通知, where phones are rung by it and not by the app."""

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
            raise ValueError("要以 wss:// 开头（或 ws://）")
        return url

    @model_validator(mode="after")
    def _one_mode(self) -> Self:
        if self.secret is None and self.token is None:
            raise ValueError("没有填 secret（回调模式则填 token 和 encoding_aes_key）")
        if self.secret is not None and self.token is not None:
            raise ValueError("secret（长连接）和 token、encoding_aes_key（回调模式）只能填一样")
        return self


class WeComSection(Section):
    """`api_base` is the address without `/cgi-bin`. `picture_hosts`: where people's pictures may be fetched from."""

    api_base: str = "https://qyapi.weixin.qq.com"
    picture_hosts: list[str] = Field(default=[".myqcloud.com", ".qpic.cn", ".weixin.qq.com"])
    corp_id: str = ""
    app: AppSection | None = None
    contacts: ContactsSection | None = None
    checkin: CheckinSection | None = None
    emergency: EmergencySection | None = None
    bot: BotSection | None = None

    @property
    def name(self) -> str:
        """Which bot it is, of those that somebody may run on one machine."""
        return f"{self.corp_id}/{self.app.agent_id}" if self.app else self.bot.id if self.bot else ""

    @property
    def secrets(self) -> dict[str, str]:
        """Of those who may call, by name; first whoever sees more of the contacts, where WeCom still lets it read."""
        sections = {"contacts": self.contacts, "app": self.app}
        return {name: section.secret.get_secret_value() for name, section in sections.items() if section}

    @property
    def callers(self) -> dict[str, str]:
        """All secrets, by name: those of `secrets`, and those that are good for punches or for phones only."""
        own = {"checkin": self.checkin, "emergency": self.emergency}
        return {**self.secrets, **{name: each.secret.get_secret_value() for name, each in own.items() if each}}

    @property
    def phones(self) -> str | None:
        """The name of the secret by which phones are rung."""
        return next((name for name in ("emergency", "app") if name in self.callers), None)

    @field_validator("api_base")
    @classmethod
    def _an_address(cls, url: str) -> str:
        if not url.startswith(("https://", "http://")):
            raise ValueError("要以 https:// 开头（或 http://）")
        return url

    @model_validator(mode="after")
    def _something_to_speak_by(self) -> "WeComSection":
        if self.app is None and self.bot is None:
            raise ValueError("[wecom.bot] 和 [wecom.app] 一个都没有，机器人没法说话")
        if self.checkin is not None and not self.corp_id:
            raise ValueError("没有填 corp_id，[wecom.checkin] 要用它（管理后台 我的企业 → 企业信息）")
        if self.emergency is not None and not self.corp_id:
            raise ValueError("没有填 corp_id，[wecom.emergency] 要用它（管理后台 我的企业 → 企业信息）")
        if self.app is not None and not self.corp_id:
            raise ValueError("没有填 corp_id，[wecom.app] 要用它（管理后台 我的企业 → 企业信息）")
        return self
