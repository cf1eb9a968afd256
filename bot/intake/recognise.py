"""Who speaks by the AI bot: its ids may be encrypted (D-101521), and only an explicit mapping says whose they are.

Before a message is worked on, an id that nobody knows is converted through the app, where there is one; that asks the
network, so it happens outside of the transaction and is tried again. Whoever stays unknown is a stranger: none of his
words is carried out, and he is told what he can do about it. A cry for help hardly waits for a name, and may be a
stranger's, as what he tells of a stolen account, a leak or a fraud may.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final

import structlog

from bot.domain.company import Company
from bot.identifiers import UserId, is_encrypted, user_id
from bot.queueing.batching import Batcher
from bot.shapes.act import Act
from bot.shapes.incoming import Incoming, Kind, Via
from bot.shapes.outgoing import Text, ToAsker
from bot.shapes.ports import Clock, Transact, UserIds
from bot.shapes.queue import Said, Waiting
from bot.shapes.records.people import Identities
from bot.understanding.emergency.heed import heed
from bot.understanding.security.hearing import hear_incident

Route = Callable[[Incoming], Awaitable[Sequence[Said]]]
Work = Callable[[Waiting], Awaitable[float | None]]

AGAIN_AFTER: Final = (1.0, 5.0)  # seconds, while WeCom can't be asked; the person's messages wait as long
SOON: Final = 0.5  # seconds that a cry for help waits for its sender's name
ASKED_FOR: Final = 60.0  # seconds until WeCom is asked once more about somebody it could not tell
MOST_ASKED: Final = 10_000
_CALLED: Final = re.compile(r"^(?:@\S+\s+)?\s*[/／]?\s*(账号异常|泄露|钓鱼举报)")
WHO = "我还认不出你：企业微信只告诉我你的加密编号 {id}。请把这条回复转给企业微信管理员，管理员登记后你再发一次就行了。"

log = structlog.get_logger()


class Recogniser:
    """Wraps the intake's work and its routing. `converter`: None where no app can be asked."""

    def __init__(
        self,
        identities: Identities,
        converter: UserIds | None,
        transact: Transact,
        clock: Clock,
        company: Callable[[], Company],
        *,
        again_after: Sequence[float] = AGAIN_AFTER,
        soon: float = SOON,
    ) -> None:
        self._identities = identities
        self._converter = converter
        self._transact = transact
        self._clock = clock
        self._company = company
        self._again_after = again_after
        self._soon = soon
        self._batcher = Batcher[str, None](self._learn)
        self._failed: dict[str, int] = {}
        self._asked: dict[str, float] = {}  # id -> when, by the loop's clock

    def before(self, work: Work) -> Work:
        """`work`, once its row's sender is known or can't be."""

        async def identified(row: Waiting) -> float | None:
            if row.urgent:
                await self._identify_soon(row.lane)
                return await work(row)
            pause = await self._identify(row.lane)
            return await work(row) if pause is None else pause

        return identified

    def routing(self, route: Route) -> Route:
        """`route`, with the sender by his userid; a stranger's words don't reach it."""

        async def recognised(incoming: Incoming) -> Sequence[Said]:
            if incoming.via is not Via.BOT or not is_encrypted(incoming.sender):
                return await route(incoming)
            user = self._user(incoming.sender)
            if user is not None:
                return await route(replace(incoming, sender=user))
            if incoming.kind in (Kind.TEXT, Kind.PRESS) and not _is_heard_of_anybody(incoming.text):
                return [Said(ToAsker.of(incoming), Text(WHO.format(id=incoming.sender)))]
            return await route(incoming)

        return recognised

    def _user(self, bot_id: str) -> UserId | None:
        """By the map; else it may be a plain userid that only looks encrypted."""
        folded = user_id(bot_id)
        return self._identities.user_of(bot_id) or (folded if self._company().person(folded) else None)

    async def _identify(self, bot_id: str) -> float | None:
        """Seconds until it should be tried again; None: go on."""
        if self._converter is None or not is_encrypted(bot_id) or self._user(bot_id) or self._was_asked(bot_id):
            return None
        try:
            await self._batcher.add(bot_id)
        except Exception as error:
            failures = self._failed[bot_id] = self._failed.get(bot_id, 0) + 1
            log.warning("identity.not_asked", error=str(error), failures=failures)
            if failures <= len(self._again_after):
                return self._again_after[failures - 1]
        self._failed.pop(bot_id, None)
        self._note(bot_id)
        return None

    async def _identify_soon(self, bot_id: str) -> None:
        """A name helps those who come to help, but not if it has to be waited for."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self._soon):
                await self._identify(bot_id)

    async def _learn(self, bot_ids: Sequence[str]) -> Sequence[None]:
        if self._converter is not None:
            found = await self._converter.plain(sorted(set(bot_ids)))
            by = Act("app", "identify", "企业微信换算", "openuserid_to_userid", self._clock.now())
            if found:
                await self._transact(lambda: self._identities.learn(found, how="converted", by=by))
                await self._identities.refresh()
        return [None] * len(bot_ids)

    def _was_asked(self, bot_id: str) -> bool:
        asked = self._asked.get(bot_id)
        return asked is not None and asyncio.get_running_loop().time() - asked < ASKED_FOR

    def _note(self, bot_id: str) -> None:
        if len(self._asked) >= MOST_ASKED:
            self._asked.clear()
        self._asked[bot_id] = asyncio.get_running_loop().time()


def _is_heard_of_anybody(text: str) -> bool:
    """A cry for help, a stolen account, a leak, a fraud: whoever it is."""
    return heed(text) is not None or hear_incident(text) is not None or _CALLED.search(text) is not None
