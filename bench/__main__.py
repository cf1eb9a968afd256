"""`python -m bench [--quick]`: one JSON object a line. What is measured and how to read it: docs/performance.md."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bench import callback_figures, replies, understanding
from bench.figures import Figure
from bench.processes import NotReadyError
from bench.trials import UntrustworthyError, pairs


@dataclass(frozen=True, slots=True)
class Size:
    """Seconds are of measuring, warm-up and starts come on top."""

    pairs: int
    pair_seconds: float
    at_rest: int
    load_seconds: float
    explain_seconds: float


FULL = Size(pairs=5, pair_seconds=3.0, at_rest=100, load_seconds=10.0, explain_seconds=4.0)
QUICK = Size(pairs=2, pair_seconds=1.0, at_rest=30, load_seconds=3.0, explain_seconds=1.0)


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Ratios to a bare server, a line each.")
    parser.add_argument("--quick", action="store_true", help="within a minute, and less to be trusted")
    options = parser.parse_args(argv)
    try:
        _print(_figures(QUICK if options.quick else FULL))
    except (NotReadyError, UntrustworthyError, TimeoutError) as error:
        print(f"not measured: {error}", file=sys.stderr)
        return 1
    return 0


def _figures(size: Size) -> Iterator[Figure]:
    yield understanding.figure(size.explain_seconds)
    yield from replies.figures(at_rest=size.at_rest, load_seconds=size.load_seconds)
    yield from callback_figures.figures(list(pairs(size.pairs, size.pair_seconds)))


def _print(figures: Iterable[Figure]) -> None:
    for figure in figures:
        print(figure.line(), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
