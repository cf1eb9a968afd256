"""`python -m bench [--quick]`: one JSON object a line. What is measured and how to read it: docs/performance.md."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path

from bench import callback_figures, postgres, replies, understanding, words
from bench.figures import Figure
from bench.processes import LOAD_CORE, NotReadyError, pinned
from bench.trials import UntrustworthyError, beside, pairs


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
        size = QUICK if options.quick else FULL
        _print(_figures(size))
        _print(_on_postgres(size))
    except (NotReadyError, UntrustworthyError, TimeoutError) as error:
        print(f"not measured: {str(error) or type(error).__name__}", file=sys.stderr)
        return 1
    except postgres.NoPostgresError as error:
        print(f"not measured on PostgreSQL: {error}", file=sys.stderr)
    return 0


def _figures(size: Size) -> Iterator[Figure]:
    yield understanding.figure(size.explain_seconds)
    yield from words.figures()
    yield from replies.figures("reply", beside, at_rest=size.at_rest, load_seconds=size.load_seconds)
    yield from callback_figures.figures(list(pairs(size.pairs, size.pair_seconds)))


def _on_postgres(size: Size) -> Iterator[Figure]:
    """Two processes answer; one takes in, and then two on the same core."""
    with ExitStack() as stack:
        with pinned(LOAD_CORE):
            server = stack.enter_context(postgres.server())
        if not postgres.is_durable(server):
            raise postgres.NoPostgresError(
                "this server loses what it has committed: fsync or synchronous_commit is off"
            )

        def fresh(_: Path) -> AbstractContextManager[str]:
            return postgres.database(server)

        yield from replies.figures(
            "reply.postgres", fresh, at_rest=size.at_rest, load_seconds=size.load_seconds, processes=2
        )
        for name, processes in (("ack.postgres", 1), ("ack.postgres.two", 2)):
            yield callback_figures.ack(name, list(pairs(size.pairs, size.pair_seconds, fresh, processes=processes)))


def _print(figures: Iterable[Figure]) -> None:
    for figure in figures:
        print(figure.line(), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
