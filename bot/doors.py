"""Which of WeCom's doors the configuration opens: the app and its callback, the AI bot, webhooks, contacts."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

import aiohttp
from aiohttp import web
from yarl import URL

from bot.config.settings import Settings
from bot.config.wecom import CallbackSection, WeComSection
from bot.domain.accounts.works import Write
from bot.domain.attendance.punching import over_by
from bot.domain.company import Company
from bot.domain.finding.folding import fold
from bot.domain.tags.rules import TagTerms
from bot.errors import Defect
from bot.files.archive import ArchiveFolder
from bot.identifiers import UserId
from bot.shapes.incoming import Incoming, Via
from bot.shapes.lease import SOLE, Lease
from bot.shapes.pauses import Pauses
from bot.shapes.ports import Answered, Answers, Channel, Clock, Intake, Sources
from bot.shapes.records.pipeline import Files
from bot.shapes.token_shelf import TokenShelf
from bot.wecom.aibot.bubbles import Bubbles
from bot.wecom.aibot.callback import BotCallback
from bot.wecom.aibot.callback_channel import CallbackBotChannel
from bot.wecom.aibot.channel import BotChannel
from bot.wecom.aibot.long_connection import BotCredentials, LongConnection
from bot.wecom.api.accounts import SyncedAccounts
from bot.wecom.api.contacts import ContactsDirectory
from bot.wecom.api.media import AppMedia
from bot.wecom.api.platform import AppPlatform
from bot.wecom.api.rest import APP_SECRET, Corp, Rest
from bot.wecom.api.userids import AppUserIds
from bot.wecom.api.work_tags import AppTags
from bot.wecom.app.callback import AppCallback
from bot.wecom.app.channel import AppChannel
from bot.wecom.app.recalls import AppRecalls
from bot.wecom.crypto import CallbackKeys, MessageCrypt
from bot.wecom.gate import Gate
from bot.wecom.groups.appchat import AppChatChannel
from bot.wecom.groups.customer_groups import AppCustomerGroups
from bot.wecom.groups.rooms import AppRooms
from bot.wecom.groups.webhook import WebhookChannel
from bot.wecom.links import PublicLinks
from bot.wecom.office.calls import AppPhones
from bot.wecom.office.forms import AppForms
from bot.wecom.office.logins import AppLogins
from bot.wecom.office.punches import AppPunches
from bot.wecom.office.vacations import AppVacations
from bot.wecom.pictures import Pictures
from bot.wecom.safe_fetch import SafeFetch
from bot.wecom.weather import weather_feed

IN_TIME, ON_THE_LINE = 2.0, 10.0  # seconds for pictures: a callback waits five in all, a long connection does not
AIBOT = ""  # whom an AI bot's callbacks are meant for, where an app's name the company (D-101033)


class Doors:
    """Made before the pipeline that sends through them; what they hear goes to whoever `hearing` names."""

    def __init__(
        self,
        settings: Settings,
        session: aiohttp.ClientSession,
        clock: Clock,
        files: Files,
        lease: Lease = SOLE,
        *,
        pauses: Pauses | None = None,
        shelf: TokenShelf | None = None,
    ) -> None:
        self._settings = settings
        self._session = session
        self._clock = clock
        self._lease = lease
        self._intake: Intake | None = None
        self._answers: Answers | None = None
        self._bot_ids: Callable[[UserId], str] = str
        self._company: Callable[[], Company] = settings.configured_company
        self._rest = rest_of(settings.wecom, session, pauses, shelf)
        self._files = files
        self._fetch = SafeFetch(session, own=settings.wecom.api_base, hosts=settings.wecom.picture_hosts)
        self._links = PublicLinks(URL(settings.wecom.api_base).host or "") if settings.notices.try_links else None
        feed = settings.safety.weather.feed
        self._weather = weather_feed(feed, session, settings.wecom.api_base, settings.zone)
        archive = settings.moderation.content.rules().archive
        self._archive = ArchiveFolder(archive) if archive else None
        self._line = self._long_connection()
        self._bubbles = Bubbles()
        self._gates: list[Gate] = []
        self.channels = self._channels()
        self.sources = self._sources()

    async def take(self, incoming: Incoming) -> bool:
        """The port `Intake`."""
        if self._intake is None:
            raise Defect("a message was heard before anybody listened")
        return await self._intake.take(incoming)

    async def answer_may_come(self, key: str) -> bool:
        """The port `Answers`."""
        return self._answers is not None and await self._answers.answer_may_come(key)

    async def answered(self, key: str) -> Answered | None:
        """The port `Answers`."""
        return await self._answers.answered(key) if self._answers else None

    def bot_id_of(self, user: UserId) -> str:
        """By which id the AI bot knows somebody."""
        return self._bot_ids(user)

    def routes(self) -> list[web.RouteDef]:
        """The callbacks for which there are keys."""
        wecom, routes = self._settings.wecom, list[web.RouteDef]()
        if wecom.app and wecom.app.keys:
            gate = self._gate(wecom.app, wecom.corp_id)
            routes += AppCallback(gate, intake=self._with_pictures(IN_TIME), clock=self._clock).routes()
        if wecom.bot and wecom.bot.keys:
            gate = self._gate(wecom.bot, AIBOT)
            intake = self._with_pictures(IN_TIME, aes_keys=[aes_key for _, aes_key in wecom.bot.keys])
            routes += BotCallback(
                gate, self._bubbles, intake=intake, answers=self, files=self._files, clock=self._clock
            ).routes()
        return routes

    def connection(self) -> str | None:
        """The long connection's state; None where the bot has none."""
        return str(self._line.state) if self._line else None

    def refusals(self) -> Mapping[str, int]:
        """Callbacks that were not believed, by reason."""
        return sum((Counter(gate.refusals()) for gate in self._gates), Counter[str]())

    def open(self) -> bool:
        """Every channel that is configured could send now, by this process or by the one that holds the connection."""
        return all(channel.open() or self._elsewhere(channel) for channel in self.channels.values())

    @asynccontextmanager
    async def hearing(
        self,
        intake: Intake,
        answers: Answers,
        bot_id_of: Callable[[UserId], str] = str,
        company: Callable[[], Company] | None = None,
    ) -> AsyncIterator[None]:
        """Inside, what people say goes to `intake`. Afterwards nothing more is taken; sending goes on until `close`."""
        self._intake, self._answers, self._bot_ids = intake, answers, bot_id_of
        self._company = company or self._company
        if self._line:
            self._line.start()
        try:
            yield
        finally:
            if self._line:
                await self._line.stop()

    async def close(self) -> None:
        await self._rest.close()
        await self._fetch.close()
        if self._links:
            await self._links.close()
        if self._weather:
            await self._weather.close()

    def _elsewhere(self, channel: Channel) -> bool:
        return channel.via is Via.BOT and self._line is not None and self._lease.elsewhere()

    def _with_pictures(self, patience: float, *, aes_keys: Sequence[str] = ()) -> Intake:
        rest = self._rest if self._settings.wecom.app else None
        return Pictures(self, self._files, self._fetch, rest=rest, patience=patience, aes_keys=aes_keys)

    def _gate(self, section: CallbackSection, receive_id: str) -> Gate:
        self._gates.append(Gate(_crypt(section, receive_id), self._clock, their_time=self._rest.their_time))
        return self._gates[-1]

    def _channels(self) -> dict[Via, Channel]:
        channels: dict[Via, Channel] = {Via.WEBHOOK: WebhookChannel(self._rest, self._files)}
        if app := self._settings.wecom.app:
            media = AppMedia(self._rest, self._files, monotonic=asyncio.get_running_loop().time)
            channels[Via.APP] = AppChannel(self._rest, agent_id=app.agent_id, media=media)
            channels[Via.APPCHAT] = AppChatChannel(self._rest, media=media)
        if self._line:
            channels[Via.BOT] = BotChannel(
                self._line, self._files, receipts=self._line.receipts, bot_id_of=self.bot_id_of
            )
        elif self._settings.wecom.bot:
            channels[Via.BOT] = CallbackBotChannel(self._bubbles, self._rest)
        return channels

    def _sources(self) -> Sources:
        if self._settings.wecom.app is None:
            return Sources(
                self._directory(),
                punches=self._punches(),
                phones=self._phones(),
                links=self._links,
                weather=self._weather,
                archive=self._archive,
                accounts=self._accounts(),
            )
        logins = AppLogins(self._rest, self._clock.now) if self._settings.security.read_logins else None
        customer_groups = AppCustomerGroups(self._rest, self._customer_owners)
        own = AppRooms(self._rest), AppUserIds(self._rest), customer_groups
        vacations = AppVacations(self._rest) if self._settings.leave_sync.balances else None
        return Sources(
            self._directory(),
            *own,
            punches=self._punches(),
            vacations=vacations,
            forms=self._forms(),
            phones=self._phones(),
            recaller=AppRecalls(self._rest),
            links=self._links,
            weather=self._weather,
            archive=self._archive,
            logins=logins,
            accounts=self._accounts(),
            tags=self._tags(),
            platform=AppPlatform(self._rest, self._settings.wecom.app.agent_id),
        )

    def _accounts(self) -> SyncedAccounts | None:
        """Where the contacts-sync secret is there and the company lets it write."""
        wecom = self._settings.wecom
        if wecom.contacts is None or self._settings.accounts.rules().write is not Write.ON:
            return None
        return SyncedAccounts(self._rest, readers=list(wecom.secrets))

    def _tags(self) -> AppTags | None:
        tags = self._settings.tags
        if tags.write is Write.OFF:
            return None
        never = frozenset(fold(tag) for tag in self._role_tags())
        return AppTags(self._rest, TagTerms(tags.write is Write.ON, tags.ask_share, never))

    def _role_tags(self) -> set[str]:
        return {tag for section in self._settings.roles.values() for tag in section.tags}

    def _phones(self) -> AppPhones | None:
        secret = self._settings.wecom.phones
        return AppPhones(self._rest, secret) if secret and self._settings.safety.calls.voice else None

    def _forms(self) -> AppForms | None:
        template = self._settings.leave_sync.template
        return AppForms(self._rest, template, self._clock.now) if template else None

    def _customer_owners(self) -> Iterator[UserId]:
        """Whoever may own a customer group of the registry, as it stands."""
        for group in self._company().groups:
            if group.has_customers:
                yield from group.keepers
                if group.owner:
                    yield group.owner

    def _punches(self) -> AppPunches | None:
        """By the secret of 打卡 where there is one, else by the app's."""
        secret = next((name for name in ("checkin", APP_SECRET) if name in self._settings.wecom.callers), None)
        if secret is None or not self._settings.attendance.read_punches:
            return None
        return AppPunches(self._rest, secret, self._just_worked, self._clock.now)

    def _just_worked(self, now: datetime) -> set[UserId]:
        return {each.user for each in over_by(self._company(), now)}

    def _directory(self) -> ContactsDirectory | None:
        secrets = list(self._settings.wecom.secrets)
        return ContactsDirectory(self._rest, secrets=secrets, tags=self._role_tags()) if secrets else None

    def _long_connection(self) -> LongConnection | None:
        bot = self._settings.wecom.bot
        if bot is None or bot.secret is None:
            return None
        credentials = BotCredentials(bot.ws_url, bot.id, bot.secret.get_secret_value())
        return LongConnection(
            self._session,
            credentials,
            intake=self._with_pictures(ON_THE_LINE),
            clock=self._clock,
            still_working=self.answer_may_come,
            lease=self._lease,
        )


def _crypt(section: CallbackSection, receive_id: str) -> MessageCrypt:
    return MessageCrypt([CallbackKeys(*pair) for pair in section.keys], receive_id)


def rest_of(
    wecom: WeComSection,
    session: aiohttp.ClientSession,
    pauses: Pauses | None = None,
    shelf: TokenShelf | None = None,
) -> Rest:
    """WeCom's API, by the secrets that there are."""
    corp = Corp(wecom.api_base, wecom.corp_id, wecom.callers)
    return Rest(session, corp, monotonic=asyncio.get_running_loop().time, pauses=pauses, shelf=shelf)
