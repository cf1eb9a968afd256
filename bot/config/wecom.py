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
