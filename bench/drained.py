"""`drained.…`: messages a second from the callback to the answer that WeCom has, when many come at once.

A load as for `ack.…`, and then nothing more until the last answer has arrived. `aged.…`: the same beside a database
that has seen a million messages.
"""

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.callbacks import Crowd
from bench.figures import Figure
from bench.processes import await_idle, cpu_seconds, resident_mb
from bench.stubbed import Outlet, lag_ms
from bench.trials import Opened, Site, Trial, bare_trial, loaded, requests_file, site

BARE = "bare aiohttp handler on the same core, in the same pair"
EMPTY = "the same on an empty database, in the same pair"
CROWD = Crowd(texts=("/帮助",))  # each is answered by one message
SETTLING = 2.0  # seconds after the start, while the bot reads the directory
SECONDS = 0.6  # of load, after as long a warm-up
WITHIN = 90.0  # seconds until all is answered
PROBED = "bench.probed"


@dataclass(frozen=True, slots=True)
class Drained:
    """`load`: the trial of taking in. `rate`: a second, from the first callback to the last answer; `cpu_us` of it."""

    load: Trial
    rate: float
    cpu_us: float
    lag_ms: float
    messages: int
    memory: float


@dataclass(frozen=True, slots=True)
class Set:
    """Of one turn: on each database, in the order that they were named in."""

    bare: Trial
    bots: Sequence[Drained]


def sets(count: int, databases: Sequence[Opened], *, seconds: float = SECONDS, patience: float = 5.0) -> Iterator[Set]:
    for _ in range(count):
        await_idle(patience)
        with tempfile.TemporaryDirectory(prefix="qunwu-bench-") as name:
            folder = Path(name)
            file = requests_file(folder, CROWD, seconds)
            bare = bare_trial(folder, file, seconds)
            yield Set(bare, [_on(folder, file, seconds, opened) for opened in databases])


def _on(folder: Path, file: Path, seconds: float, opened: Opened) -> Drained:
    with opened(folder) as url, site(folder, url, program=PROBED) as under_test:
        time.sleep(SETTLING)
        return drained(under_test, Outlet(under_test.api), file, seconds)


def start(opened: Opened) -> float:
    """Seconds of one."""
    await_idle(SETTLING)
    with (
        tempfile.TemporaryDirectory(prefix="qunwu-bench-") as name,
        opened(Path(name)) as url,
        site(Path(name), url) as under_test,
    ):
        return under_test.bots[0].seconds


def started(name: str, seconds: float, found: Sequence[Set], rows: int) -> Figure:
    empty = _median(found, lambda each: each.bots[0].load.start)
    return Figure(name, seconds, "s", EMPTY, seconds / empty, {"baseline_value": empty, "rows": rows})


def drained(under_test: Site, outlet: Outlet, file: Path, seconds: float) -> Drained:
    [bot] = under_test.bots
    before, cpu, _ = len(outlet.read()), cpu_seconds(bot.pid), lag_ms([bot])
    trial = loaded([bot], file, seconds, again=False)
    messages = trial.load.accepted
    last = outlet.await_calls(before + messages, within=WITHIN)
    used = cpu_seconds(bot.pid) - cpu
    took = last - trial.load.begun
    return Drained(trial, messages / took, used * 1e6 / messages, lag_ms([bot]), messages, resident_mb(bot.pid))


def figure(name: str, found: Sequence[Set]) -> Figure:
    """Of the first database."""
    bots = [each.bots[0] for each in found]
    ratios = [each.bots[0].rate / each.bare.rate for each in found]
    more = {"baseline_value": _median(found, lambda each: each.bare.rate), "ratio_min": min(ratios)}
    return Figure(name, median(each.rate for each in bots), "1/s", BARE, median(ratios), more | _closer(bots))


def aged(name: str, found: Sequence[Set], rows: int) -> Iterator[Figure]:
    """Of the second database against the first."""
    parts: Iterable[tuple[str, str, Callable[[Drained], float]]] = (
        ("ack", "1/s", lambda each: each.load.rate),
        ("drained", "1/s", lambda each: each.rate),
        ("start", "s", lambda each: each.load.start),
    )
    for part, unit, value in parts:
        ratios = [value(each.bots[1]) / value(each.bots[0]) for each in found]
        old, new = (median(value(each.bots[place]) for each in found) for place in (1, 0))
        more = {"baseline_value": new, "rows": rows, "ratio_min": min(ratios), "ratio_max": max(ratios)}
        yield Figure(
            f"{name}.{part}", old, unit, EMPTY, median(ratios), more | _closer([each.bots[1] for each in found])
        )


def _closer(bots: Sequence[Drained]) -> dict[str, float]:
    return {
        "cpu_us": median(each.cpu_us for each in bots),
        "lag_ms": max(each.lag_ms for each in bots),
        "messages": median(each.messages for each in bots),
    }


def _median(found: Sequence[Set], value: Callable[[Set], float]) -> float:
    return float(median(value(each) for each in found))
