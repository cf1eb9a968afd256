"""Tells the company's WeCom administrators that something did not get through: one sentence, once an hour at most.

Its own parcels raise no alarm, or one that can't be delivered would ring for ever.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, Protocol

import structlog

from bot.domain.company import Company
from bot.domain.rights import Role
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.ports import Clock, Transact
from bot.shapes.queue import OutboxRows, Said, Waiting

log = structlog.get_logger()

CAUSE: Final = "alarm:parked"
PAUSE: Final = timedelta(hours=1)
SENTENCE: Final = "有消息没能送达，运行 qunwu parked 查看原因。"


class DueTimes(Protocol):
    """Where it is written down when the next alarm may be raised, whichever process raises it."""

    async def due_times(self) -> Mapping[str, datetime]: ...

    async def plan(self, name: str, due_at: datetime) -> None: ...

    async def claim(self, name: str, due_at: datetime, following: datetime) -> bool: ...


class Alarm:
    """`raised(cause)`: a parcel said because of `cause` was parked."""

    def __init__(
        self,
        rows: OutboxRows,
        due: DueTimes,
        transact: Transact,
        announce: Callable[[Sequence[Waiting]], None],
        clock: Clock,
        company: Callable[[], Company],
    ) -> None:
        self._rows = rows
        self._due = due
        self._transact = transact
        self._announce = announce
        self._clock = clock
        self._company = company

    async def raised(self, cause: str) -> None:
        """Never raises: what was parked stays parked, whether or not anybody could be told."""
        if cause == CAUSE or not self._people():
            return
        try:
            self._announce(await self._transact(self._tell))
        except Exception:
            log.exception("alarm.failed")

    def _people(self) -> list[ToPerson]:
        return [ToPerson(user) for user in self._company().holders(Role.WECOM_ADMIN)]

    async def _tell(self) -> Sequence[Waiting]:
        now = self._clock.now()
        await self._due.plan(CAUSE, now)
        due = (await self._due.due_times())[CAUSE]
        if due > now or not await self._due.claim(CAUSE, due, now + PAUSE):
            return ()
        said = [Said(person, Text(SENTENCE)) for person in self._people()]
        return await self._rows.put(said, cause=CAUSE, at=int(now.timestamp() * 1000))
