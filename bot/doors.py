"""Which of WeCom's doors the configuration opens: the app, its callback, the AI bot, webhooks, contacts."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from bot.config import Settings
from bot.shapes.incoming import Via
from bot.shapes.ports import Channel, Clock, Intake, Sources
from bot.wecom.app_callback import AppCallback
from bot.wecom.app_channel import AppChannel
from bot.wecom.crypto import CallbackKeys, MessageCrypt
from bot.wecom.rest import Corp, Rest
from bot.wecom.webhook_channel import WebhookChannel


class Doors:
    """Made once the clock tells the time; inside `hearing` the long connection takes messages in."""

    def __init__(self, settings: Settings, session: aiohttp.ClientSession, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._rest = _rest(settings, session)
        self.channels = dict(self._channels())
        self.sources = Sources()

    def routes(self, intake: Intake) -> list[web.RouteDef]:
        app = self._settings.wecom.app
        if app is None or app.token is None or app.encoding_aes_key is None:
            return []
        keys = CallbackKeys(app.token.get_secret_value(), app.encoding_aes_key.get_secret_value())
        crypt = MessageCrypt([keys], self._settings.wecom.corp_id)
        return AppCallback(crypt=crypt, intake=intake, clock=self._clock).routes()

    def open(self) -> bool:
        """Every channel that is configured could send now."""
        return all(channel.open() for channel in self.channels.values())

    @asynccontextmanager
    async def hearing(self, intake: Intake) -> AsyncIterator[None]:
        yield

    async def close(self) -> None:
        await self._rest.close()

    def _channels(self) -> Mapping[Via, Channel]:
        channels: dict[Via, Channel] = {Via.WEBHOOK: WebhookChannel(self._rest)}
        if app := self._settings.wecom.app:
            channels[Via.APP] = AppChannel(self._rest, agent_id=app.agent_id)
        return channels


def _rest(settings: Settings, session: aiohttp.ClientSession) -> Rest:
    wecom = settings.wecom
    secrets = {
        name: section.secret.get_secret_value()
        for name, section in (("app", wecom.app), ("contacts", wecom.contacts))
        if section
    }
    return Rest(session, Corp(wecom.api_base, wecom.corp_id, secrets), monotonic=asyncio.get_running_loop().time)
