"""Ways of doing things to groups with one mistake each; none is seen while nothing dies and WeCom always answers."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.groups.errands import Deed, Errand, ErrandState
from bot.services.groups.errands.carrying_out import Tried, ask_wecom
from bot.shapes.job import Job
from bot.shapes.ports import Sources
from bot.shapes.queue import Said, Waiting
from bot.shapes.store import Store
from bot.storage.engine.times import to_ms
from scheduler.group_errands import run_errands
from scheduler.ticker import Ticker
from tests.crash.composition import Parts
from tests.crash.flows import short_jobs


async def _for_the_app(store: Store) -> Sequence[Errand]:
    return [each for each in await store.errands.open_ones() if _is_new(each)]


def _is_new(errand: Errand) -> bool:
    return errand.state is ErrandState.TO_DO and errand.deed is not Deed.GREET


async def asks_afterwards(sources: Sources, store: Store) -> Tried:
    """The registry is written; WeCom hears of it a moment later."""
    new = await _for_the_app(store)

    async def ask() -> None:
        await asyncio.sleep(0.5)
        for errand in new:
            group = await store.groups.get(errand.group)
            if sources.rooms and group and group.app_chat:
                owner = group.owner or errand.asker
                await sources.rooms.create(group.app_chat, name=group.name, owner=owner, members=group.insiders)

    asyncio.get_running_loop().create_task(ask())
    return Tried({errand.number: True for errand in new})


async def takes_doubt_for_no(sources: Sources, store: Store) -> Tried:
    tried = await ask_wecom(sources, store)
    return Tried({errand.number: tried.done.get(errand.number, False) for errand in await _for_the_app(store)})


async def takes_doubt_for_yes(sources: Sources, store: Store) -> Tried:
    tried = await ask_wecom(sources, store)
    return Tried({errand.number: tried.done.get(errand.number, True) for errand in await _for_the_app(store)})


def errands_by(fetch: Callable[[Sources, Store], Awaitable[Tried]]) -> Callable[[], Sequence[Job]]:
    return lambda: [replace(job, fetch=fetch) if job.name == run_errands.name else job for job in short_jobs()]


class TellsAfterwards(Ticker):
    async def _run(self, job: Job, slot: datetime) -> None:
        said: list[Said] = []
        wishes = await self._rows.wishes(job.name, slot)
        found = await job.fetch(self._sources, self._store)
        await self._transact(lambda: self._work(job, slot, found, said, wishes))
        words = [Said(each.address, each.content) for each in said]
        cause = f"job:{job.name}:{slot.isoformat()}"
        self._announce(await self._transact(lambda: self._outbox.put(words, cause=cause, at=to_ms(self._clock.now()))))

    async def _work(
        self, job: Job, slot: datetime, found: Any, said: list[Said], wishes: Sequence[int]
    ) -> Sequence[Waiting]:
        now = self._clock.now()
        if await self._rows.claim(job.name, slot, job.schedule.next_after(slot), wishes):
            await job.run(self._context(job, slot, now, said), found)
            await self._rows.record(job.name, slot, state="ran", at=now)
        return ()


WHERE_IT_DIES = {
    "writes the registry before WeCom answered": Parts(jobs=errands_by(asks_afterwards)),
    "tells people after the commit": Parts(ticker=TellsAfterwards),
}
WHERE_WECOM_DOES_NOT_ANSWER = {
    "takes doubt for no": Parts(jobs=errands_by(takes_doubt_for_no)),
    "takes doubt for yes": Parts(jobs=errands_by(takes_doubt_for_yes)),
}
