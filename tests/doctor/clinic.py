"""A WeCom in this process, a configuration that fits it until a test spoils it, and the doctor who looks at both."""

import time
import tomllib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer, unused_port

from bot.app import Core, serving
from bot.config import Settings
from bot.doctor import examine
from bot.doctor._finding import Finding, Level
from bot.doctor._patient import patient
from sandbox.app import create_app
from sandbox.bot_config import render
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

    async def report(self, *, take_over: bool = False, clock_off: float = 0.0) -> Report:
        """`clock_off`: how many seconds our clock is ahead."""
        async with patient(
            self.settings, self.path, take_over=take_over, system_time=lambda: time.time() + clock_off
        ) as examined:
            return Report(tuple(await examine(examined)))

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Core]:
        """The bot as it stands in the configuration now."""
        async with serving(self.settings) as core:
            await core.tick()  # which reads the directory
            yield core

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
        config = folder / "config.toml"
        config.write_text(render(world, folder, unused_port()), encoding="utf-8")
        config.chmod(0o600)
        values = tomllib.loads(config.read_text(encoding="utf-8"))
        values["groups"] = [group for group in values["groups"] if "webhook_key" in group]
        yield Clinic(world, folder, values)


@asynccontextmanager
async def in_front(handler: Callable[[web.Request], Any]) -> AsyncIterator[str]:
    """Something between WeCom and the bot; its address."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", handler)
    async with TestServer(app) as server:
        yield str(server.make_url("/")).rstrip("/")
