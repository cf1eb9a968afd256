"""The program `qunwu`. Exit status: 0 done, 1 the thing asked for failed (one clear line on stderr), 2 wrong usage.

Each file here is one call (`import_.py`: `qunwu import`): `add(calls)` registers its subparser, `run(options) -> int`
does it. What a call alone needs is imported inside `run`, so that every other call starts quickly.
"""

import argparse
import gc
import importlib
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from types import ModuleType

from bot.errors import ConfigError
from bot.late_methods import make_methods_late

GARBAGE = 150_000  # new objects between two looks for garbage: a start makes as many, nearly all of which stay


def main(argv: Sequence[str] | None = None) -> int:
    make_methods_late()
    gc.set_threshold(GARBAGE)
    options = parser().parse_args(argv)
    try:
        return int(options.call(options))
    except ConfigError as error:
        print("\n".join(error.problems), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0


def parser() -> argparse.ArgumentParser:
    """`qunwu`, with every call that has a file here."""
    parser = argparse.ArgumentParser(
        prog="qunwu",
        description="群务: group affairs inside WeCom",
        epilog="example: qunwu run --config config.toml",
    )
    calls = parser.add_subparsers(title="calls", required=True, metavar="CALL")
    for module in _modules():
        module.add(calls)
    return parser


def _modules() -> Iterator[ModuleType]:
    """The calls, by name; a file whose name begins with `_` is not one."""
    for found in pkgutil.iter_modules(__path__):
        if not found.name.startswith("_"):
            yield importlib.import_module(f"{__name__}.{found.name}")
