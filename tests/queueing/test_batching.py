"""One commit for everybody who waits; a failure reaches everybody it concerns."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.queueing.batching import Batcher


class Commits:
    """Doubles numbers, batch by batch, once `go` is set; 13 can't be doubled, and 99 breaks the database."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.batches: list[list[int]] = []

    async def flush(self, batch: Sequence[int]) -> Sequence[int]:
        self.batches.append(list(batch))
        await self.go.wait()
        if 13 in batch:
            raise ValueError("13")
        if 99 in batch:
            raise OSError("no disk")
        return [2 * each for each in batch]


async def begun(batcher: Batcher[int, int], numbers: Sequence[int]) -> list[asyncio.Task[int]]:
    tasks = [asyncio.create_task(batcher.add(number)) for number in numbers]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return tasks


async def test_those_who_wait_share_a_commit() -> None:
    commits = Commits()
    batcher = Batcher(commits.flush, most=3)
    tasks = await begun(batcher, [1])
    tasks += await begun(batcher, [2, 3, 4, 5])
    commits.go.set()
    assert await asyncio.gather(*tasks) == [2, 4, 6, 8, 10]
    assert commits.batches == [[1], [2, 3, 4], [5]]


async def test_a_failure_reaches_all_of_its_batch_and_nobody_else() -> None:
    commits = Commits()
    batcher = Batcher(commits.flush)
    tasks = await begun(batcher, [1]) + await begun(batcher, [2, 99])
    commits.go.set()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert outcomes[0] == 2
    assert [type(each) for each in outcomes[1:]] == [OSError, OSError]
    assert await batcher.add(4) == 8


async def test_what_one_item_is_to_blame_for_does_not_take_the_others_with_it() -> None:
    commits = Commits()
    batcher = Batcher(commits.flush)
    tasks = await begun(batcher, [1]) + await begun(batcher, [2, 13, 4])
    commits.go.set()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert outcomes[:2] == [2, 4]
    assert isinstance(outcomes[2], ValueError)
    assert outcomes[3] == 8


async def test_a_cancelled_callers_item_is_written_all_the_same() -> None:
    commits = Commits()
    batcher = Batcher(commits.flush)
    first, second = await begun(batcher, [1]) + await begun(batcher, [2])
    second.cancel()
    commits.go.set()
    assert await first == 2
    assert await batcher.add(3) == 6
    assert [number for batch in commits.batches for number in batch] == [1, 2, 3]


async def test_too_few_results_are_a_failure_and_nobody_waits_for_ever() -> None:
    async def forgetful(batch: Sequence[int]) -> Sequence[int]:
        return []

    with pytest.raises(ValueError, match="shorter"):
        await Batcher(forgetful).add(1)


async def test_what_must_not_wait_goes_into_the_next_commit() -> None:
    commits = Commits()
    batcher = Batcher(commits.flush, most=3)
    tasks = await begun(batcher, [1])
    tasks += await begun(batcher, [2, 3, 4, 5])
    pressing = [asyncio.create_task(batcher.add(number, first=True)) for number in (6, 7)]
    await asyncio.sleep(0)
    commits.go.set()
    await asyncio.gather(*tasks, *pressing)
    assert commits.batches == [[1], [6, 7, 2], [3, 4, 5]]
