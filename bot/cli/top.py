"""`qunwu top`: what the running bot does, live: its queues, limits, connection, slowest commands, jobs that failed."""

import argparse
import asyncio
import sys
import time
from typing import TYPE_CHECKING

from bot.cli._shared import Calls, at_port, config_option, port_option
from bot.errors import ConfigError

if TYPE_CHECKING:
    from bot.doctor._running import Running

HOME = "\x1b[H\x1b[2J"  # the screen is empty, and the next letter comes at its top


def add(calls: Calls) -> None:
    parser = calls.add_parser(
        "top",
        help="what the running bot does, live",
        description="Asks the bot that runs on this machine with this configuration at its /readyz and /metrics, every"
        " two seconds until Ctrl-C. --once prints one page; the exit status is 1 where no bot answers.",
        epilog="example: qunwu top --config config.toml, or of several replicas: qunwu top --port 8803",
    )
    parser.add_argument("--once", action="store_true", help="one page")
    parser.add_argument("--every", type=float, default=2.0, metavar="SECONDS", help="between two pages (2)")
    port_option(parser)
    config_option(parser)
    parser.set_defaults(call=run)


def run(options: argparse.Namespace) -> int:
    from bot.config import loading
    from bot.doctor._running import local_address

    address = local_address(at_port(loading.load(options.config), options.port).server)
    return asyncio.run(_watch(address, once=options.once, every=max(0.2, options.every)))


async def _watch(address: str, *, once: bool, every: float) -> int:
    from bot.cli._top_page import Looks, page

    before, at = await _look(address), time.monotonic()
    now, seconds = before, 0.0
    while True:
        text = "\n".join(page(Looks(before, now, seconds), address))
        print(text if once or not sys.stdout.isatty() else f"{HOME}{text}", flush=True)
        if once:
            return 0
        await asyncio.sleep(every)
        before, now = now, await _look(address)
        at, seconds = time.monotonic(), time.monotonic() - at


async def _look(address: str) -> "Running":
    """Raises ConfigError."""
    from aiohttp import ClientSession

    from bot.doctor._running import running

    async with ClientSession() as session:
        if (found := await running(session, address)) is None:
            advice = "看 [server] 的端口，有多个进程就用 --port 指一个，或先 qunwu run"
            raise ConfigError([f"{address} 没有机器人在运行，或者它不回答：{advice}"])
    return found
