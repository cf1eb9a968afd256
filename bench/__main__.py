"""`python -m bench [--quick|--long] [--list] [NAME…]`: one JSON object a line. How to read it: docs/performance.md."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack

from bench.parts import FULL, LONG, PARTS, QUICK, Databases, Part, Size
from bench.postgres import NoPostgresError
from bench.processes import NotReadyError
from bench.slow_disk import NoShimError
from bench.stubbed import NotDrainedError
from bench.trials import UntrustworthyError

FAILURES = (NotReadyError, NotDrainedError, UntrustworthyError, TimeoutError)
NOT_HERE = (NoPostgresError, NoShimError)


def main(argv: Sequence[str]) -> int:
    options = _parser().parse_args(argv)
    parts = [part for part in PARTS if _wanted(part, options.parts, quick=options.quick)]
    if options.list:
        for part in PARTS:
            print(f"{part.name:<16} {part.goals:<12} {part.says}")
        return 0
    size = QUICK if options.quick else LONG if options.long else FULL
    with ExitStack() as stack:
        databases = Databases(stack)
        failed = [part.name for part in parts if not _measured(part, size, databases)]
    return 1 if failed else 0


def _wanted(part: Part, names: Sequence[str], *, quick: bool) -> bool:
    return part.name in names if names else part.quick or not quick


def _measured(part: Part, size: Size, databases: Databases) -> bool:
    """What can't be measured on this machine is said, and is no failure; one that fails keeps no other one back."""
    try:
        for figure in part.figures(size, databases):
            print(figure.line(), flush=True)
    except NOT_HERE as error:
        print(f"{part.name} not measured here: {error}", file=sys.stderr)
    except FAILURES as error:
        print(f"{part.name} not measured: {str(error) or type(error).__name__}", file=sys.stderr)
        return False
    return True


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Ratios to what is plainest, a line each.")
    how_long = parser.add_mutually_exclusive_group()
    how_long.add_argument(
        "--quick", action="store_true", help="small and less to be trusted; unless parts are named, a few of them"
    )
    how_long.add_argument("--long", action="store_true", help="as large as the goals are: an hour or more")
    parser.add_argument("--list", action="store_true", help="says what each part measures, and for which goal")
    parser.add_argument(
        "parts",
        nargs="*",
        metavar="NAME",
        choices=[[], *(part.name for part in PARTS)],
        help="of --list; all, if none is named",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
