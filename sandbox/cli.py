"""The command line: starts the sandbox and keeps it running until Ctrl-C.

qunwu sandbox --port 8801 --company company.json --write-config bot.toml
"""

import argparse
import asyncio
import contextlib
import ssl
import sys
from collections.abc import Sequence
from pathlib import Path

from aiohttp import web

from sandbox import bot_config
from sandbox.app import create_app
from sandbox.app_callback.address import Address
from sandbox.company import SAMPLE, load
from sandbox.control.callback import register
from sandbox.crowd import add_people
from sandbox.settings import Settings
from sandbox.world import World

RETRY = 0.3
MODES = ("connection", "callback")


def main(argv: Sequence[str]) -> int:
    """0 after Ctrl-C, 1 when it could not start; wrong usage exits with 2."""
    options = _parser().parse_args(argv)
    try:
        world = _world(options)
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(_serve(world, options))
    except (OSError, ValueError, KeyError) as error:
        sys.stderr.write(f"the sandbox could not start: {error}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="qunwu sandbox",
        description="A WeCom on localhost.",
        epilog="Example: qunwu sandbox --port 8801 --write-config bot.toml",
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8801)
    parser.add_argument("--company", type=Path, default=SAMPLE, help="company file (JSON); the sample by default")
    parser.add_argument("--write-config", type=Path, metavar="FILE", help="write a bot configuration for this sandbox")
    parser.add_argument(
        "--bot-mode", choices=MODES, default="connection", help="how that bot hears its AI bot; the other excludes it"
    )
    parser.add_argument("--bot-port", type=int, help="where that bot will listen; the next port by default")
    parser.add_argument("--people", type=int, default=0, metavar="N", help="add N generated employees")
    parser.add_argument("--tls-cert", type=Path, metavar="FILE", help="certificate and key (PEM), for --tls-port")
    parser.add_argument("--tls-port", type=int, metavar="N", help="serve the same over TLS there as well")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="change a setting")
    return parser


def _world(options: argparse.Namespace) -> World:
    settings = Settings()
    for wish in options.set:
        name, _, value = wish.partition("=")
        _change(settings, name, value)
    world = World(load(options.company), host=options.host, port=options.port, settings=settings)
    add_people(world.directory, options.people)
    return world


def _change(settings: Settings, name: str, value: str) -> None:
    try:
        settings.change(name, value)
    except KeyError as error:
        raise ValueError(f"--set: there is no setting {name}") from error
    except ValueError as error:
        raise ValueError(f"--set {name}: {error}") from error


async def _serve(world: World, options: argparse.Namespace) -> None:
    runner = web.AppRunner(create_app(world), access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, options.host, options.port).start()
        if options.tls_port:
            context = _tls(options.tls_cert)
            await web.TCPSite(runner, options.host, options.tls_port, ssl_context=context).start()
        if options.write_config:
            bot_port = options.bot_port or options.port + 1
            by_callback = options.bot_mode == "callback"
            bot_config.write(world, options.write_config, bot_port=bot_port, by_callback=by_callback)
            world.tasks.chore(_register_app(world, bot_port))
            if by_callback:
                world.tasks.chore(_register_bot(world, bot_port))
        sys.stdout.write(f"sandbox: {world.api_base}/\n")
        sys.stdout.flush()
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


def _tls(certificate: Path | None) -> ssl.SSLContext:
    """For clients that insist on TLS, such as the vendor's own bot SDK. ValueError or OSError without a good file."""
    if certificate is None:
        raise ValueError("--tls-port needs --tls-cert")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


async def _register_app(world: World, bot_port: int) -> None:
    """Keep trying until the bot answers the GET check."""
    own = world.credentials
    url = f"http://{world.host}:{bot_port}/wecom/app"
    address = Address(url, own.token, own.encoding_aes_key, own.corp_id)
    while world.app.address is None:  # a script may register another one meanwhile
        await register(world, address)
        await asyncio.sleep(RETRY)


async def _register_bot(world: World, bot_port: int) -> None:
    """The same for the AI bot's own address, whose receiveid is empty."""
    own = world.credentials
    address = Address(f"http://{world.host}:{bot_port}/wecom/bot", own.token, own.encoding_aes_key, "")
    while world.bot.address is None:
        await register(world, address, "bot")
        await asyncio.sleep(RETRY)
