"""Each row is read once, and what slipped through is found when all are read."""

from collections.abc import Sequence
from dataclasses import replace

from bot.queueing.news import News
from bot.shapes.queue import Waiting
from bot.storage.queues.inbox import InboxTable


class Rows(InboxTable):
    """Numbers only, without a database."""

    def __init__(self) -> None:
        self.numbers = [1, 2]

    async def waiting(self, after: int = 0) -> Sequence[Waiting]:
        return [Waiting(number, "zhangsan", urgent=False) for number in sorted(self.numbers) if number > after]


async def test_only_what_is_new_until_it_is_time_to_read_all() -> None:
    now, rows = [0.0], Rows()
    news = News(rows, whole_every=5.0, monotonic=lambda: now[0])

    async def read() -> list[int]:
        return [row.id for row in await news.read()]

    assert await read() == [1, 2]
    rows.numbers.append(4)
    assert await read() == [4]
    rows.numbers += [3, 5]
    assert await read() == [5]  # 3 was committed after 4
    now[0] = 5.0
    assert await read() == [1, 2, 3, 4, 5]
    assert await read() == []


async def test_what_takes_long_to_read_is_read_the_less_often() -> None:
    """Else a backlog would keep everybody busy with reading it."""
    now, rows = [0.0], Rows()

    class Slow(Rows):
        async def waiting(self, after: int = 0) -> Sequence[Waiting]:
            now[0] += 0.0 if after else 2.0
            return await rows.waiting(after)

    news = News(Slow(), whole_every=5.0, monotonic=lambda: now[0])
    assert len(await news.read()) == 2
    now[0] = 39.0
    assert len(await news.read()) == 0
    now[0] = 41.0
    assert len(await news.read()) == 2


async def test_a_reading_that_hung_is_not_made_up_for_by_minutes_without_one() -> None:
    now = [0.0]

    class Hanging(Rows):
        async def waiting(self, after: int = 0) -> Sequence[Waiting]:
            now[0] += 0.0 if after else 29.0
            return await super().waiting(after)

    news = News(Hanging(), whole_every=5.0, monotonic=lambda: now[0])
    for at in (0.0, 61.0):
        now[0] = at
        assert len(await news.read()) == 2


async def test_each_process_has_its_own_order_of_lanes_and_one_person_his() -> None:
    class Lanes(InboxTable):
        def __init__(self) -> None: ...

        async def waiting(self, after: int = 0) -> Sequence[Waiting]:
            return [Waiting(number, f"u{number % 30}", urgent=False) for number in range(1, 91) if number > after]

    orders = [[row.id for row in await News(Lanes(), number=lambda n=n: n).read()] for n in (1, 2)]  # type: ignore[misc]
    assert sorted(orders[0]) == sorted(orders[1]) == list(range(1, 91))
    assert orders[0] != orders[1]
    for order in orders:
        assert [number for number in order if number % 30 == 7] == [7, 37, 67]


async def test_news_have_stopped_nobody() -> None:
    """An attempt is counted beforehand only of what may have been there when a process died."""
    now = [0.0]

    class Found(Rows):
        async def waiting(self, after: int = 0) -> Sequence[Waiting]:
            return [replace(row, resumed=True) for row in await super().waiting(after)]

    news = News(rows := Found(), monotonic=lambda: now[0])
    assert [row.resumed for row in await news.read()] == [True, True]
    rows.numbers.append(3)
    assert [row.resumed for row in await news.read()] == [False]
    now[0] = 6.0
    assert [row.resumed for row in await news.read()] == [True, True, True]
