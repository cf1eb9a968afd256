"""One Chromium for the session; for each test a sandbox of its own, a connected bot, and a fresh tab."""

import os
import shutil
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from aiohttp import ClientSession, web
from aiohttp.test_utils import unused_port
from playwright.async_api import BrowserContext, async_playwright, expect

from sandbox.app import create_app
from sandbox.company import SAMPLE, load
from sandbox.world import World

from .desk import Desk
from .scripted_bot import ScriptedBot

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WAIT = 15_000  # ms that a click or an expectation may take on a busy machine


def chromium_path() -> str:
    """The system's Chromium; without one the test is skipped, or failed where REQUIRE names the browser."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is not None:
        return path
    why = f"no Chromium on this machine: none of {', '.join(NAMES)} is on the PATH"
    if "browser" in os.environ.get("REQUIRE", ""):
        pytest.fail(why)
    pytest.skip(why)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def window() -> AsyncIterator[BrowserContext]:
    path = chromium_path()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(QUIET))
        context = await browser.new_context(viewport={"width": 1280, "height": 800})
        context.set_default_timeout(WAIT)
        expect.set_options(timeout=WAIT)
        yield context
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def world() -> AsyncIterator[World]:
    """A sandbox that listens, with the sample company."""
    world = World(load(SAMPLE), port=unused_port())
    runner = web.AppRunner(create_app(world), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, world.host, world.port).start()
    yield world
    await runner.cleanup()


@pytest_asyncio.fixture(loop_scope="session")
async def bot(world: World) -> AsyncIterator[ScriptedBot]:
    own = world.credentials
    login = {"ws_url": world.ws_url, "bot_id": own.bot_id, "bot_secret": own.bot_secret}
    async with ClientSession() as session, ScriptedBot(session, login) as bot:
        yield bot


@pytest_asyncio.fixture(loop_scope="session")
async def desk(window: BrowserContext, world: World, bot: ScriptedBot) -> AsyncIterator[Desk]:
    """A tab of 1280 x 800. An error on the page that nobody catches fails the test."""
    page = await window.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    yield Desk(page, world.api_base, world, bot)
    await page.close()
    assert failures == []
