"""What several calls have in common."""

import argparse
import os
from contextlib import redirect_stdout
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from bot.config.settings import Settings

Calls: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

CONFIG_VARIABLE = "QUNWU_CONFIG"  # bot/config/loading.py knows that it is no setting
DEFAULT_CONFIG = "config.toml"


def config_option(parser: argparse.ArgumentParser) -> None:
    """`--config FILE`, for a call that needs the bot's configuration."""
    parser.add_argument(
        "--config",
        type=Path,
        default=Path(os.environ.get(CONFIG_VARIABLE) or DEFAULT_CONFIG),
        metavar="FILE",
        help=f"default: ${CONFIG_VARIABLE}, or ./{DEFAULT_CONFIG}",
    )


def port_option(parser: argparse.ArgumentParser) -> None:
    """`--port PORT`, for a call that asks the bot which runs on this machine: replicas have one configuration."""
    parser.add_argument(
        "--port", type=port, metavar="PORT", help="which replica on this machine; default: [server] port"
    )


def at_port(settings: "Settings", wanted: int | None) -> "Settings":
    """As the replica at that port has them."""
    if wanted is None:
        return settings
    return settings.model_copy(update={"server": settings.server.model_copy(update={"port": wanted})})


def unlogged() -> "redirect_stdout[StringIO]":
    """What the bot's parts log while a call makes use of them stays out of what the call prints."""
    return redirect_stdout(StringIO())


def day(written: str) -> date:
    """For argparse, as `type`."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written!r} is no day; write it like 2026-11-22") from None


def port(written: str) -> int:
    """For argparse, as `type`."""
    if written.isdecimal() and 1 <= int(written) <= 65535:
        return int(written)
    raise argparse.ArgumentTypeError(f"{written!r} is no port; write it like 8803")


def moment(written: str) -> datetime:
    """For argparse, as `type`; without an offset it is the company's time."""
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written!r} is no moment; write it like 2026-11-22T10:00") from None
