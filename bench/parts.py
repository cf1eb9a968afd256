"""All that is measured, part by part; and how large each is made."""

import asyncio
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path

from bench import (
    callback_figures,
    claims,
    drained,
    due,
    growth,
    nicknames,
    notice,
    old,
    peers,
    postgres,
    purged,
    replies,
    restored,
    slow_disk,
    steady_figures,
    understanding,
    words,
)
from bench.figures import Figure
from bench.processes import LOAD_CORE, pinned
from bench.trials import Conditions, Opened, beside, pairs

SLOW_CONNECTIONS = 64
WAITING = 10_000  # messages that are still to be answered at a start


@dataclass(frozen=True, slots=True)
class Size:
    """Seconds are of measuring, warm-up and starts come on top."""

    pairs: int
    pair_seconds: float
    at_rest: int
    load_seconds: float
    explain_seconds: float
    few_pairs: int  # of what takes longer
    steady_seconds: float
    old_rows: int
    growth: int  # messages
    claims: int
    due: int
    people: int  # whose nicknames are judged, and who are told a notice
    kills: int  # while they are told
    restored: int  # rows


FULL = Size(5, 2.0, 100, 10.0, 3.0, 2, 10.0, 1_000_000, 8_000, 5_000, 1_000, 100_000, 8, 200_000)
QUICK = Size(1, 1.0, 20, 2.0, 0.5, 1, 2.0, 50_000, 4_000, 500, 100, 5_000, 3, 20_000)
LONG = Size(5, 3.0, 100, 10.0, 4.0, 5, 60.0, 1_000_000, 400_000, 10_000, 10_000, 100_000, 20, 1_000_000)


class Databases:
    """Opens them: SQLite in a folder, or new ones on a PostgreSQL that is started when it is first wanted."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._server: str | None = None

    def on_postgres(self) -> Opened:
        """Raises NoPostgresError."""
        return fresh(self.server())

    def server(self) -> str:
        """Raises NoPostgresError."""
        if self._server is None:
            self._server = durable(self._stack)
        return self._server


def durable(stack: ExitStack) -> str:
    """A server on the load's core. Raises NoPostgresError."""
    with pinned(LOAD_CORE):
        server = stack.enter_context(postgres.server())
    if not postgres.is_durable(server):
        raise postgres.NoPostgresError("this server loses what it has committed: fsync or synchronous_commit is off")
    return server


def fresh(server: str, *, like: str | None = None) -> Opened:
    """New ones, empty or copies of another, whose URL is given."""
    template = like and like.partition("?")[0].rpartition("/")[2]

    def opened(_: Path) -> AbstractContextManager[str]:
        return postgres.database(server, template=template)

    return opened


@dataclass(frozen=True, slots=True)
class Part:
    """`goals`: of the list by which it is judged. `quick`: it is in a run that is to be quick."""

    name: str
    goals: str
    says: str
    figures: Callable[[Size, Databases], Iterable[Figure]]
    quick: bool = False


def _replies(size: Size, _: Databases) -> Iterable[Figure]:
    return replies.figures("reply", beside, at_rest=size.at_rest, load_seconds=size.load_seconds)


def _replies_postgres(size: Size, on: Databases) -> Iterable[Figure]:
    return replies.figures(
        "reply.postgres", on.on_postgres(), at_rest=size.at_rest, load_seconds=size.load_seconds, processes=2
    )


def _ack(size: Size, _: Databases) -> Iterable[Figure]:
    return callback_figures.figures(list(pairs(size.pairs, size.pair_seconds)))


def _ack_postgres(size: Size, on: Databases) -> Iterator[Figure]:
    opened = on.on_postgres()
    for name, processes, count in (("ack.postgres", 1, size.pairs), ("ack.postgres.two", 2, size.few_pairs)):
        conditions = Conditions(processes=processes)
        yield callback_figures.ack(name, list(pairs(count, size.pair_seconds, opened, conditions=conditions)))


def _slow_disk(size: Size, _: Databases) -> Iterator[Figure]:
    """PostgreSQL's is a server of its own, which has the slower disk as well."""
    with tempfile.TemporaryDirectory(prefix="qunwu-slow-") as folder:
        told = slow_disk.shim(Path(folder))
        slow = Conditions(connections=SLOW_CONNECTIONS, told=told)
        yield callback_figures.ack("slow.sqlite", list(pairs(size.few_pairs, size.pair_seconds, conditions=slow)))
        with ExitStack() as stack:
            with slow_disk.around(told):
                opened = fresh(durable(stack))
            plain = Conditions(connections=SLOW_CONNECTIONS)
            found = list(pairs(size.few_pairs, size.pair_seconds, opened, conditions=plain))
            yield callback_figures.ack("slow.postgres", found)


def _drained(size: Size, _: Databases) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="qunwu-bench-") as folder:
        file = Path(folder, "old.sqlite3")
        old.write(file, size.old_rows)
        found = list(drained.sets(size.few_pairs, [beside, old.of(file)]))
        old.leave_waiting(file, WAITING)
        waiting = drained.start(old.of(file))
    yield drained.figure("drained.sqlite", found)
    yield from drained.aged("aged", found, size.old_rows)
    yield drained.started("aged.start.waiting", waiting, found, size.old_rows + WAITING)


def _drained_postgres(size: Size, on: Databases) -> Iterator[Figure]:
    server = on.server()
    with postgres.database(server) as full:
        asyncio.run(old.fill(full, size.old_rows))
        found = list(drained.sets(size.few_pairs, [fresh(server), fresh(server, like=full)]))
    yield drained.figure("drained.postgres", found)
    yield from drained.aged("aged.postgres", found, size.old_rows)


def _steady(size: Size, _: Databases) -> Iterable[Figure]:
    return steady_figures.figures("steady.sqlite", beside, seconds=size.steady_seconds)


def _steady_postgres(size: Size, on: Databases) -> Iterable[Figure]:
    return steady_figures.figures("steady.postgres", on.on_postgres(), seconds=size.steady_seconds)


def _claims(size: Size, on: Databases) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder, on.on_postgres()(Path(folder)) as url:
        yield claims.figure(url, size.claims)


PARTS = (
    Part(
        "explain",
        "P7",
        "a line read, its rights and its arguments, among all commands",
        lambda size, _: understanding.figures(size.explain_seconds),
        quick=True,
    ),
    Part(
        "peers",
        "P7",
        "the same beside frameworks for bots, where they are installed: commands found among as many",
        lambda size, _: peers.figures(size.explain_seconds),
    ),
    Part(
        "words",
        "P8",
        "messages of 200 characters looked at for 100,000 words; the loop while they are read anew",
        lambda _, __: words.figures(),
        quick=True,
    ),
    Part(
        "nicknames",
        "P9",
        "everybody's nickname judged, and the first one alone",
        lambda size, _: nicknames.figures(size.people),
        quick=True,
    ),
    Part(
        "reply",
        "",
        "from saying /帮助 to the answer, at rest and at 20 a second, through the sandbox",
        _replies,
        quick=True,
    ),
    Part("ack.sqlite", "P1 P1c P5 P6", "callbacks stored durably and acknowledged; start and memory", _ack, quick=True),
    Part(
        "drained",
        "P3 P5 P13 P14",
        "a rush of callbacks, all answered; and the same beside a million old rows",
        _drained,
    ),
    Part(
        "steady", "P4 P4e P14", "300 messages a second: the 200, the answer, how late the loop was", _steady, quick=True
    ),
    Part(
        "purged",
        "P13 P14",
        "as steady, while a million messages that are too old are thrown away",
        lambda size, _: purged.figures(size.old_rows, size.steady_seconds),
    ),
    Part("growth", "P6", "memory after many messages", lambda size, _: growth.figures(size.growth)),
    Part(
        "notice",
        "P11 P14",
        "a notice to everybody of a large company",
        lambda size, _: notice.figures(size.people, size.kills),
    ),
    Part("reply.postgres", "", "as reply, by two processes on one PostgreSQL", _replies_postgres, quick=True),
    Part("ack.postgres", "P1 P1c", "as ack.sqlite on PostgreSQL, by one process and by two", _ack_postgres),
    Part(
        "drained.postgres", "P3 P13 P14", "as drained, on PostgreSQL; and beside a million old rows", _drained_postgres
    ),
    Part("steady.postgres", "P4 P4e P14", "as steady, on PostgreSQL", _steady_postgres),
    Part("claims", "P12", "messages taken from the inbox on PostgreSQL, in everybody's order", _claims),
    Part(
        "due",
        "P10 P14",
        "reminders that fall due in one second, three processes on one PostgreSQL",
        lambda size, on: due.figures(on.on_postgres(), size.due),
    ),
    Part(
        "restored",
        "R10",
        "a backup of many rows, and its way back, into either kind of database",
        lambda size, on: restored.figures(size.restored, on.on_postgres),
    ),
    Part(
        "slow", "P2", "as ack with every flush to the disk 2 ms slower, 64 connections, on both databases", _slow_disk
    ),
)
