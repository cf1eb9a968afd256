"""Tells the company's WeCom administrators that something did not get through, or that nothing does: one sentence of
each kind, once an hour at most.

Its own parcels raise no alarm, or one that can't be delivered would ring for ever. What it says of a channel goes by
another one: to whom the AI bot may speak where it is the app that WeCom refuses.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, Protocol

import structlog

from bot.domain.company import Company
from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.services.upkeep.shut_ways import WHO
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Address, Outcome, Text, ToAsker, ToPerson
from bot.shapes.ports import Clock, Transact
from bot.shapes.queue import OutboxRows, Said, Waiting

log = structlog.get_logger()

CAUSE: Final = "alarm:parked"
PAUSE: Final = timedelta(hours=1)
SENTENCE: Final = "有消息没能送达。发 /系统 待处理 看是哪些、为什么，重试或放下；在服务器上是 qunwu parked。"
SHUT: Final = "alarm:shut"
SHUT_SENTENCE: Final = (
    "企业微信不让{who}发消息了（错误码 {code}），要发的都先留着。运行 qunwu check 看怎么改，改好后会自动补发。"
)


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
        *,
        by_bot: Callable[[UserId], bool] = lambda user: False,
    ) -> None:
        self._rows = rows
        self._due = due
        self._transact = transact
        self._announce = announce
        self._clock = clock
        self._company = company
        self._by_bot = by_bot

    async def raised(self, cause: str) -> None:
        """Never raises: what was parked stays parked, whether or not anybody could be told."""
        if cause not in (CAUSE, SHUT):
            await self._say(CAUSE, SENTENCE, [ToPerson(user) for user in self._people()])

    async def shut(self, via: Via, outcome: Outcome) -> None:
        """WeCom refuses whatever goes by this channel until a human puts something right. Never raises."""
        people = self._people()
        if via is Via.BOT:
            readers: list[Address] = [ToPerson(user) for user in people]
        else:
            readers = [ToAsker(Via.BOT, user) for user in people if self._by_bot(user)]
        await self._say(SHUT, SHUT_SENTENCE.format(who=WHO[via], code=outcome.errcode), readers)

    def _people(self) -> Sequence[UserId]:
        return self._company().holders(Role.WECOM_ADMIN)

    async def _say(self, cause: str, sentence: str, readers: Sequence[Address]) -> None:
        async def tell() -> Sequence[Waiting]:
            now = self._clock.now()
            await self._due.plan(cause, now)
            due = (await self._due.due_times())[cause]
            if due > now or not await self._due.claim(cause, due, now + PAUSE):
                return ()
            said = [Said(reader, Text(sentence)) for reader in readers]
            return await self._rows.put(said, cause=cause, at=int(now.timestamp() * 1000))

        if not readers:
            return
        try:
            self._announce(await self._transact(tell))
        except Exception:
            log.exception("alarm.failed")
