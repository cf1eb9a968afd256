"""What checks may ask: the configuration, WeCom, the running bot, the database. What several want is asked for once."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Final

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.config.configured import Configured
from bot.config.settings import Settings
from bot.doctor._once import Once
from bot.doctor._running import Running, local_address, running
from bot.domain.upkeep.configuration import Overlay
from bot.doors import rest_of
from bot.errors import ConfigError
from bot.shapes.outgoing import Outcome, Verdict
from bot.storage.engine.database import Database
from bot.storage.engine.diagnosis import Diagnosis, sqlite_path
from bot.wecom.api.errcodes import EGRESS
from bot.wecom.api.rest import CallError
from bot.wecom.session import open_session

DATABASE_WITHIN: Final = 8.0  # seconds
PATIENCE: Final = ClientTimeout(total=8.0, connect=4.0)
# Answered without a token by an errcode whose hint names the address that WeCom sees (D-90664).
HARMLESS: Final = "/cgi-bin/get_api_domain_ip"

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Probe:
    """WeCom's answer to a call without credentials; `skew`: our clock minus WeCom's, in seconds."""

    egress: str | None = None
    skew: float | None = None
    trouble: Exception | None = None
    status: int = 0


class Patient:
    """Made by `patient()`. `database` is None where it could not be opened, which `trouble` explains.

    `settings`: with what was changed in chat (`overlay`); `file`: without it.
    """

    def __init__(
        self,
        settings: Settings,
        path: Path,
        session: ClientSession,
        *,
        take_over: bool,
        may_connect: bool,
        system_time: Callable[[], float],
        second_look: float,
    ) -> None:
        self.settings = self.file = settings
        self.overlay: Overlay = {}
        self.path = path
        self.session = session
        self.take_over = take_over
        self.may_connect = may_connect
        self.second_look = second_look
        self.diagnosis: Diagnosis | None = None
        self.trouble: Exception | None = None
        self._system_time = system_time
        self.rest = rest_of(settings.wecom, session)
        self._probe = Once(self._ask_without_token)
        self._running = Once(lambda: running(session, local_address(settings.server)))
        self._agent = Once(self._ask_for_agent)
        self._told_time = Once(self._ask_for_time)

    async def probe(self) -> Probe:
        return await self._probe.get()

    async def running(self) -> Running | None:
        """The bot on this machine; None: it does not run."""
        return await self._running.get()

    async def agent(self) -> Answer | Outcome | None:
        """agent/get of the configured app (D-90227); None where no app is configured."""
        return await self._agent.get()

    async def now(self) -> datetime:
        """By the company's clock, as far as it can be asked."""
        return await self._told_time.get() or self._by_the_system()

    async def told_time(self) -> datetime | None:
        """By the clock that the bot follows; None: the sandbox, whose clock that is, does not tell."""
        return await self._told_time.get()

    async def call(self, secret: str, path: str, **params: str) -> Answer | Outcome:
        """WeCom's answer, or what stood in its way."""
        try:
            return await self.rest.call(secret, "GET", path, params=params)
        except CallError as error:
            return error.outcome

    async def ask(self, secret: str, path: str, body: object) -> Answer | Outcome:
        """The same of a question that is a POST."""
        try:
            return await self.rest.call(secret, "POST", path, json=body)
        except CallError as error:
            return error.outcome

    async def attempt(self, secret: str, path: str, body: object) -> Outcome:
        """What became of a POST."""
        return await _outcome(self.rest.call(secret, "POST", path, json=body))

    async def attempt_webhook(self, key: str, body: object) -> Outcome:
        """What became of a message to the group that the key belongs to."""
        return await _outcome(self.rest.post_webhook(key, body))

    async def close(self) -> None:
        for once in (self._probe, self._running, self._agent, self._told_time):
            await once.close()
        await self.rest.close()

    async def _ask_without_token(self) -> Probe:
        url = self.settings.wecom.api_base + HARMLESS
        try:
            async with self.session.get(url, timeout=PATIENCE, allow_redirects=False) as answer:
                body, date = await answer.text(errors="replace"), answer.headers.get("Date", "")
        except (ClientError, OSError, TimeoutError) as error:
            return Probe(trouble=error)
        seen = EGRESS.search(body)
        return Probe(seen[1] if seen else None, self._skew(date), status=answer.status)

    def _skew(self, date: str) -> float | None:
        try:
            return self._system_time() - parsedate_to_datetime(date).timestamp()
        except ValueError:
            return None

    async def _ask_for_agent(self) -> Answer | Outcome | None:
        app = self.settings.wecom.app
        return await self.call("app", "agent/get", agentid=str(app.agent_id)) if app else None

    async def _ask_for_time(self) -> datetime | None:
        if self.settings.clock == "system":
            return self._by_the_system()
        try:
            async with self.session.get(f"{self.settings.wecom.api_base}/sandbox/clock", timeout=PATIENCE) as answer:
                told = await answer.json()
            return datetime.fromisoformat(told["now"]).astimezone(self.settings.zone)
        except (ClientError, OSError, TimeoutError, ValueError, KeyError):
            return None  # what keeps us from the sandbox is told by the check of the network

    def _by_the_system(self) -> datetime:
        return datetime.fromtimestamp(self._system_time(), self.settings.zone)


@asynccontextmanager
async def patient(
    settings: Settings,
    path: Path,
    *,
    take_over: bool = False,
    may_connect: bool = True,
    system_time: Callable[[], float] = time.time,
    second_look: float = 2.0,
) -> AsyncIterator[Patient]:
    """Open what can be opened; a file that isn't there is not made.

    `may_connect`: whether the long connection may be tried where no bot runs; `take_over`: even where one does.
    `second_look`: seconds after which a bot that was just connecting is asked again.
    """
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(open_session())
        made = Patient(
            settings,
            path,
            session,
            take_over=take_over,
            may_connect=may_connect,
            system_time=system_time,
            second_look=second_look,
        )
        stack.push_async_callback(made.close)
        file = sqlite_path(settings.database.url)
        if file is None or file.is_file():
            try:
                made.diagnosis = await _diagnosis(settings.database.url, stack)
            except Exception as error:  # whatever a driver raises is the finding
                made.trouble = error
        if made.diagnosis:
            made.overlay = await made.diagnosis.overlay()
            with suppress(ConfigError):  # which has a check of its own
                made.settings = Configured.at_start(settings, made.overlay).settings
        yield made


async def _outcome(call: Awaitable[Answer]) -> Outcome:
    try:
        await call
    except CallError as error:
        return error.outcome
    return Outcome(Verdict.DONE)


async def _diagnosis(url: str, stack: AsyncExitStack) -> Diagnosis:
    """Raises what the driver raises where the database can't be reached."""
    database = await Database.open(url)
    stack.push_async_callback(database.close)
    diagnosis = Diagnosis(database)
    async with asyncio.timeout(DATABASE_WITHIN):
        await diagnosis.reached()
    return diagnosis
