"""What several calls have in common."""

import argparse
from pathlib import Path
from typing import TypeAlias

Calls: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

DEFAULT_CONFIG = Path("config.toml")


def config_option(parser: argparse.ArgumentParser) -> None:
    """`--config FILE`, for a call that needs the bot's configuration."""
    parser.add_argument("--config", type=Path, default=DEFAULT_CONFIG, metavar="FILE", help="default: ./config.toml")
