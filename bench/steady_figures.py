"""`steady.…`: 300 messages a second, all answered meanwhile; how long a callback and its answer take, and the loop."""

import tempfile
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from bench.drained import CROWD, PROBED, SETTLING, WITHIN
from bench.figures import Figure, percentile
from bench.people import user
from bench.processes import LOAD_CORE, SERVER_CORE, await_idle, free_port, pinned, serving
from bench.steady import Steady
from bench.stubbed import Call, Outlet, lag_ms
from bench.trials import Opened, Site, UntrustworthyError, beside_it, site, written

A_SECOND = 300
BARE = "the same requests to a bare aiohttp handler"
LOOP = "the loop of the sender, on the other core"


def nothing(_: str) -> None:
    return


def figures(
    name: str, opened: Opened, *, seconds: float, a_second: int = A_SECOND, first: Callable[[str], None] = nothing
) -> Iterator[Figure]:
    """`first(url)` is done when the bot is there, before the load."""
    requests = list(CROWD.requests(int(seconds * a_second)))
    with tempfile.TemporaryDirectory(prefix="qunwu-bench-") as place, opened(Path(place)) as url:
        folder = Path(place)
        file = written(folder, requests)
        with site(folder, url, program=PROBED) as under_test:
            time.sleep(SETTLING)
            await_idle(SETTLING)
            first(url)
            found, effects, lag = _under_load(under_test, file, a_second)
        bare = _bare(folder, written(folder, requests[: int(min(seconds, 3.0) * a_second)]), a_second)
    acks = _answered(found)
    more = {"messages": len(acks), "a_second": a_second}
    yield from _both(f"{name}.ack", acks, _answered(bare), more)
    yield from _both(f"{name}.effect", effects, _answered(bare), more)
    yield Figure(f"{name}.lag", lag, "ms", LOOP, lag / found.late_ms, more | {"baseline_value": found.late_ms})


def _under_load(under_test: Site, file: Path, a_second: int) -> tuple[Steady, list[float], float]:
    outlet = Outlet(under_test.api)
    before = len(outlet.read())
    lag_ms(under_test.bots)
    found = _sent(file, under_test.bots[0].port, a_second)
    outlet.await_calls(before + len(found.acks), within=WITHIN)
    return found, effects(found, a_second, outlet.calls[before:]), lag_ms(under_test.bots)


def effects(found: Steady, a_second: int, calls: Sequence[Call]) -> list[float]:
    """ms from the moment at which each was due until its answer came: somebody's nth answer is to his nth message."""
    came: defaultdict[str, deque[float]] = defaultdict(deque)
    for at, to in calls:
        came[to].append(at)
    due = ((user(number % CROWD.people), found.begun + number / a_second) for number in range(len(found.acks)))
    try:
        return [(came[sender].popleft() - at) * 1000 for sender, at in due]
    except IndexError:
        raise UntrustworthyError("somebody has more answers than messages, and somebody fewer") from None


def _bare(folder: Path, file: Path, a_second: int) -> Steady:
    port, log = free_port(), folder / "bare.log"
    with serving(["bench.bare", str(port)], port=port, path="/", core=SERVER_CORE, log=log) as server:
        return _sent(file, server.port, a_second)


def _sent(file: Path, port: int, a_second: int) -> Steady:
    with pinned(LOAD_CORE):
        printed = beside_it("bench.steady", [str(file), str(port), str(a_second)], within=WITHIN)
    return msgspec.json.decode(printed, type=Steady)


def _answered(found: Steady) -> list[float]:
    answered = [each for each in found.acks if each is not None]
    if wrong := len(found.acks) - len(answered):
        raise UntrustworthyError(f"{wrong} callbacks were not answered with 200")
    return answered


def _both(name: str, times: Sequence[float], bare: Sequence[float], more: Mapping[str, float]) -> Iterator[Figure]:
    for percent in (50, 99):
        value, base = percentile(times, percent), percentile(bare, percent)
        own = {"baseline_value": base, "p999_ms": percentile(times, 99.9), "max_ms": max(times)}
        yield Figure(f"{name}.p{percent}", value, "ms", BARE, value / base, {**more, **own})
