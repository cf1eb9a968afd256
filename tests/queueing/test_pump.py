"""The pump: rows are worked off side by side, in order per lane; it settles, stops, and survives a defect."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import pytest

from bot.queueing.pump import Pump
from bot.shapes.queue import Waiting

Work = Callable[[Waiting], Awaitable[float | None]]


@asynccontextmanager
async def pumping(work: Work, *, workers: int = 4, spare: int = 0) -> AsyncIterator[Pump]:
    pump = Pump("test", work, workers=workers, spare=spare)
    pump.start()
    yield pump
    await pump.stop(within=0.05)


def rows(*lanes: str, urgent: bool = False) -> list[Waiting]:
    return [Waiting(number, lane, urgent) for number, lane in enumerate(lanes, 1)]


async def a_few_turns() -> None:
    """Of the loop, however slow the machine is."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_each_lane_in_order_different_ones_side_by_side() -> None:
    log: list[str] = []

    async def work(row: Waiting) -> None:
        log.append(f"+{row.id}")
        await asyncio.sleep(0.001)
        log.append(f"-{row.id}")

    async with pumping(work) as pump:
        pump.add(rows("a", "a", "b"))
        await pump.settled()
    assert log.index("-1") < log.index("+2")
    assert log.index("+3") < log.index("-1")


async def test_no_more_at_a_time_than_there_are_workers() -> None:
    running, most = 0, 0

    async def work(row: Waiting) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1

    async with pumping(work, workers=2) as pump:
        pump.add(rows(*"abcdef"))
        await pump.settled()
    assert most == 2


async def test_urgent_rows_find_a_worker_free_and_their_lane_too() -> None:
    """Whatever the ordinary ones wait for, and even if it is the same person's."""
    stuck, done = asyncio.Event(), list[int]()

    async def work(row: Waiting) -> None:
        if not row.urgent:
            await stuck.wait()
        done.append(row.id)

    async with pumping(work, workers=2, spare=1) as pump:
        pump.add(rows(*"abcdef"))
        await a_few_turns()
        pump.add([Waiting(7, "a", urgent=True), Waiting(8, "z", urgent=True)])
        await a_few_turns()
        assert done == [7, 8]
        stuck.set()
        await pump.settled()
    assert sorted(done) == [1, 2, 3, 4, 5, 6, 7, 8]


async def test_urgent_rows_give_way_to_nothing() -> None:
    rush, done = asyncio.Event(), list[int]()

    async def work(row: Waiting) -> None:
        done.append(row.id)

    async def give_way() -> None:
        await rush.wait()

    pump = Pump("test", work, workers=1, give_way=give_way)
    pump.start()
    pump.add([Waiting(1, "a", urgent=True)])
    await pump.settled()
    assert done == [1]
    await pump.stop(within=0.05)


async def test_a_cry_for_help_is_taken_up_behind_a_shut_gate_and_nothing_else_is() -> None:
    gate, done = asyncio.Event(), list[int]()

    async def work(row: Waiting) -> float | None:
        done.append(row.id)
        return 0.01 if done == [3] else None

    pump = Pump("test", work, workers=1, gate=gate)
    pump.start()
    pump.add(rows("a", "b"))
    await asyncio.sleep(0.005)
    pump.add([Waiting(3, "c", urgent=True)])
    await asyncio.sleep(0.05)
    assert done == [3, 3]
    gate.set()
    async with asyncio.timeout(5):
        await pump.settled()
    assert done == [3, 3, 1, 2]
    await pump.stop(within=0.05)


async def test_behind_a_shut_gate_it_sleeps(monkeypatch: pytest.MonkeyPatch) -> None:
    looked, gate = list[float](), asyncio.Event()
    pump = Pump("test", _never, workers=1, gate=gate)
    monkeypatch.setattr(pump._backlog, "take", lambda now, **_: looked.append(now))
    pump.start()
    pump.add(rows("a"))
    await asyncio.sleep(0.02)
    assert len(looked) < 4
    await pump.stop(within=0.05)


async def _never(_: Waiting) -> None:
    raise AssertionError


async def test_a_row_that_wants_to_go_again_does_not_keep_it_from_settling() -> None:
    tries: list[int] = []

    async def work(row: Waiting) -> float | None:
        tries.append(row.id)
        return 60.0 if tries.count(row.id) == 1 else None

    async with pumping(work) as pump:
        pump.add(rows("a"))
        await pump.settled()
        assert (tries, len(pump)) == ([1], 1)
        pump.hurry()
        await pump.settled()
        assert (tries, len(pump)) == ([1, 1], 0)


async def test_an_urgent_row_behind_a_held_one_is_not_settled_until_it_went() -> None:
    done: list[int] = []

    async def work(row: Waiting) -> float | None:
        done.append(row.id)
        return None if row.urgent else 60.0

    async with pumping(work) as pump:
        pump.add([Waiting(1, "a", urgent=False)])
        await pump.settled()
        pump.add([Waiting(2, "a", urgent=True)])
        assert not pump.is_settled()
        await pump.settled()
    assert done == [1, 2]


async def test_a_defect_stops_one_lane_for_a_while_and_nothing_else() -> None:
    done: list[int] = []

    async def work(row: Waiting) -> None:
        if row.lane == "a":
            raise RuntimeError("defect")
        done.append(row.id)

    async with pumping(work) as pump:
        pump.add(rows("a", "b", "b"))
        await pump.settled()
        assert len(pump) == 1
    assert done == [2, 3]


async def test_a_pause_that_was_written_down_is_kept_but_not_for_ever() -> None:
    done: list[int] = []

    async def work(row: Waiting) -> None:
        done.append(row.id)

    soon, long_ago = int((time.time() + 30) * 1000), int((time.time() - 30) * 1000)
    async with pumping(work) as pump:
        pump.add([Waiting(1, "a", False, soon), Waiting(2, "b", False, long_ago)])
        await pump.settled()
        assert done == [2]
        assert len(pump) == 1


async def test_stopping_lets_what_runs_finish_and_takes_nothing_more() -> None:
    done: list[int] = []

    async def work(row: Waiting) -> None:
        await asyncio.sleep(0.005)
        done.append(row.id)

    async with pumping(work) as pump:
        pump.add(rows("a", "a"))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    assert done == [1]


async def test_stopping_is_bounded_and_leaves_no_task_behind() -> None:
    ended: list[int] = []

    async def work(row: Waiting) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(row.id)

    began = time.monotonic()
    async with pumping(work) as pump:
        pump.add(rows("a", "b"))
        await asyncio.sleep(0.001)
    assert time.monotonic() - began < 1
    assert sorted(ended) == [1, 2]
    assert [task for task in asyncio.all_tasks() if task is not asyncio.current_task()] == []


@pytest.mark.parametrize("steps", range(4))
async def test_it_stops_at_whatever_moment_something_wakes_it(steps: int) -> None:
    async def later(_: Waiting) -> float:
        return 30.0

    async with asyncio.timeout(1):
        async with pumping(later) as pump:
            pump.add(rows("a"))
            await asyncio.sleep(0.005)
            pump.add(())
            for _ in range(steps):
                await asyncio.sleep(0)


async def test_what_others_have_finished_is_left_out_before_anybody_reaches_for_it() -> None:
    worked: list[int] = []
    asked: list[list[int]] = []

    async def work(row: Waiting) -> None:
        worked.append(row.id)

    async def still_waiting(numbers: Sequence[int]) -> set[int]:
        asked.append(list(numbers))
        return {number for number in numbers if number not in (1, 2, 4)}

    pump = Pump("test", work, workers=4)
    pump.add(rows("a", "a", "a", "b", "c"))
    await pump.leave_out(still_waiting)
    assert asked == [[1, 4, 5], [2, 5], [3, 5]]  # whoever comes next is asked about as well
    assert len(pump) == 2
    pump.start()
    await pump.settled()
    await pump.leave_out(still_waiting)
    await pump.stop(within=0.05)
    assert (sorted(worked), len(asked)) == ([3, 5], 3)


async def test_what_is_taken_up_while_one_asks_stays_with_who_took_it() -> None:
    async with pumping(lambda _: asyncio.sleep(0.01)) as pump:
        pump.add(rows("a", "b"))

        async def still_waiting(_: Sequence[int]) -> set[int]:
            await a_few_turns()
            return set()

        await pump.leave_out(still_waiting)
        assert len(pump) == 2
        await pump.settled()
