"""A WeCom in this process, a configuration that fits it until a test spoils it, and the doctor who looks at both."""

import base64
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer, unused_port

from bot.app import serving
from bot.config.settings import Settings
from bot.core import Core
from bot.doctor import examine
from bot.doctor._finding import Finding, Level
from bot.doctor._patient import patient
from sandbox.app import create_app
from sandbox.company import load
from sandbox.settings import Settings as SandboxSettings
from sandbox.world import World

Spoil = Callable[[dict[str, Any]], None]


@dataclass(frozen=True)
class Report:
    findings: tuple[tuple[str, Finding], ...]

    def of(self, check: str) -> list[Finding]:
        return [finding for name, finding in self.findings if name == check]

    def lines(self, *levels: Level) -> list[str]:
        return [finding.line for _, finding in self.findings if finding.level in levels]

    @property
    def failures(self) -> list[str]:
        return self.lines(Level.FAIL)


@dataclass
class Clinic:
    world: World
    folder: Path
    values: dict[str, Any]

    @property
    def path(self) -> Path:
        return self.folder / "config.toml"

    @property
    def settings(self) -> Settings:
        return Settings(**self.values)

    async def report(self, *, take_over: bool = False, may_connect: bool = True, clock_off: float = 0.0) -> Report:
        """`clock_off`: how many seconds our clock is ahead."""
        async with patient(
            self.settings,
            self.path,
            take_over=take_over,
            may_connect=may_connect,
            system_time=lambda: time.time() + clock_off,
            second_look=0.05,
        ) as examined:
            return Report(tuple(await examine(examined)))

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Core]:
        """The bot as it stands in the configuration now."""
        async with serving(self.settings) as core:
            await core.tick()  # which reads the directory
            yield core

    async def see(self, door: str) -> Any:
        async with ClientSession() as session, session.get(f"{self.world.api_base}/sandbox/{door}") as answer:
            return await answer.json()

    async def do(self, door: str, **wish: Any) -> Any:
        async with (
            ClientSession() as session,
            session.post(f"{self.world.api_base}/sandbox/{door}", json=wish) as answer,
        ):
            assert answer.status == 200, await answer.text()
            return await answer.json()


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Clinic]:
    world = World(load(), settings=SandboxSettings(close_delay=0.02, contacts_secret_reads=True))
    async with TestServer(create_app(world)) as server:
        assert server.port is not None
        world.port = server.port
        clinic = Clinic(world, folder, _values(world, folder))
        clinic.path.touch(mode=0o600)
        yield clinic


def _values(world: World, folder: Path) -> dict[str, Any]:
    """As the file would hold them."""
    own = world.credentials
    keys = {"token": own.token, "encoding_aes_key": own.encoding_aes_key}
    return {
        "clock": "sandbox",
        "database": {"url": f"sqlite:///{folder}/qunwu.sqlite3"},
        "server": {"port": unused_port()},
        "wecom": {
            "api_base": world.api_base,
            "corp_id": own.corp_id,
            "app": {"agent_id": own.agent_id, "secret": own.app_secret, **keys},
            "contacts": {"secret": own.contacts_secret},
            "bot": {"id": own.bot_id, "secret": own.bot_secret, "ws_url": world.ws_url},
        },
        "privacy": {"secret": base64.b64encode(b"k" * 32).decode()},
        "backup": {"secret": base64.b64encode(b"b" * 32).decode()},
        "audit": {"secret": base64.b64encode(b"a" * 32).decode()},
        "roles": {
            "wecom_admin": ["wuguan"],
            "hr": ["lina"],
            "president_office": ["linmi"],
            "executive": ["sunli"],
            "safety_admin": ["chenan"],
        },
        "groups": [{"id": "G-A", "name": "项目A工作群", "webhook_key": own.webhooks["projecta"]}],
    }


@asynccontextmanager
async def in_front(handler: Callable[[web.Request], Any]) -> AsyncIterator[str]:
    """Something between WeCom and the bot; its address."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handler)
    async with TestServer(app) as server:
        yield str(server.make_url("/")).rstrip("/")
