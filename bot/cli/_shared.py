"""What several calls have in common."""

import argparse
import os
from contextlib import redirect_stdout
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import TypeAlias

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


def unlogged() -> "redirect_stdout[StringIO]":
    """What the bot's parts log while a call makes use of them stays out of what the call prints."""
    return redirect_stdout(StringIO())


def day(written: str) -> date:
    """For argparse, as `type`."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written!r} is no day; write it like 2026-11-22") from None


def moment(written: str) -> datetime:
    """For argparse, as `type`; without an offset it is the company's time."""
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{written!r} is no moment; write it like 2026-11-22T10:00") from None
