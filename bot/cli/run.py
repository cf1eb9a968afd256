"""`qunwu run`: the bot, in production, until SIGINT or SIGTERM."""

import argparse
import asyncio
import gc
import signal
import socket
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.cli._shared import Calls, config_option

if TYPE_CHECKING:
    from bot.config.settings import Settings

# Taken by structlog where they are, 5 MB: to colour tracebacks, and for threads of a kind that we don't have.
UNUSED = ("rich", "greenlet")
# Once the bot is at work: new objects between two looks for garbage among them; how many such looks until older ones
# are looked through as well, and how many of those until all are.
GARBAGE = (20_000, 20, 50)


def add(calls: Calls) -> None:
    parser = calls.add_parser("run", help="the bot, in production", epilog="example: qunwu run --config config.toml")
    config_option(parser)
    parser.set_defaults(call=run)


def run(options: argparse.Namespace) -> int:
    for name in UNUSED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]  # as if it weren't installed
    from bot import logs
    from bot.config import loading, privacy
    from bot.front_door import front_door

    settings = loading.load(options.config)
    logs.configure(settings.log_level)
    for warning in privacy.warnings(options.config):
        print(f"注意：{warning}", file=sys.stderr)
    with (
        front_door(settings.server.host, settings.server.port) as door,
        asyncio.Runner(loop_factory=_loop_factory()) as runner,
    ):
        runner.run(_serve(settings, door))
    return 0


async def _serve(settings: "Settings", door: socket.socket) -> None:
    from bot.app import serving

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with serving(settings, door):
        gc.freeze()  # what the start has made stays: to look through it for garbage would hold up everybody
        gc.set_threshold(*GARBAGE)
        await stop.wait()


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop where there is one."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop
