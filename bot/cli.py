"""The program `qunwu`. Exit status: 0 done, 1 the thing asked for failed (one clear line), 2 wrong usage."""

import argparse
import asyncio
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bot import config, logs
from bot.errors import ConfigError

DEFAULT_CONFIG = Path("config.toml")


def main(argv: Sequence[str] | None = None) -> int:
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["sandbox"]:
        from sandbox import cli

        return cli.main(arguments[1:])
    options = _parser().parse_args(arguments)
    try:
        return int(options.call(options))
    except ConfigError as error:
        print("\n".join(error.problems), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="qunwu", description="群务: group affairs inside WeCom")
    calls = parser.add_subparsers(title="calls", required=True, metavar="CALL")
    run = calls.add_parser("run", help="the bot, in production", epilog="example: qunwu run --config config.toml")
    _config_option(run)
    run.set_defaults(call=_run)
    return parser


def _config_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, default=DEFAULT_CONFIG, metavar="FILE", help="default: ./config.toml")


def _run(options: argparse.Namespace) -> int:
    settings = config.load(options.config)
    logs.configure(settings.log_level)
    runner = asyncio.Runner(loop_factory=_loop_factory())
    with runner:
        runner.run(_serve(settings))
    return 0


async def _serve(settings: config.Settings) -> None:
    from bot.app import serving

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    async with serving(settings):
        await stop.wait()


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop where there is one."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop
