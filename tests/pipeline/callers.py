"""WeCom behind a careless balancer: each callback comes one to four times, at whichever process, until one says 200."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.wecom.crypto import CallbackKeys, MessageCrypt
from tests.pipeline.accounts import asking

MOST_COPIES = 4
TRIES_AGAIN_AFTER = 0.1  # seconds
GIVES_UP_AFTER = 60.0
ANSWERS_WITHIN = 5.0  # as long as WeCom waits

_FIRST = 9_000_000_000
_INNER = (
    "<xml><ToUserName><![CDATA[{corp}]]></ToUserName><FromUserName><![CDATA[{sender}]]></FromUserName>"
    "<CreateTime>{now}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{text}]]></Content>"
    "<MsgId>{msg_id}</MsgId><AgentID>{agent}</AgentID></xml>"
)
_OUTER = (
    "<xml><ToUserName><![CDATA[{corp}]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt>"
    "<AgentID><![CDATA[{agent}]]></AgentID></xml>"
)


def key_of(number: int) -> str:
    """By which the bot knows it."""
    return f"app:{_FIRST + number}"


@dataclass(slots=True)
class Caller:
    """`given` is what /sandbox/credentials says, `ahead` how many seconds its clock is ahead of ours.

    `asked`: by number, who wrote it; `refused`: answers other than 200; `unreached`: no answer.
    """

    given: dict[str, Any]
    ports: Sequence[int]
    chance: random.Random
    session: aiohttp.ClientSession
    ahead: float
    asked: dict[int, str] = field(default_factory=dict)
    acknowledged: set[int] = field(default_factory=set)
    copies: int = 0
    refused: int = 0
    unreached: int = 0
    slowest: float = 0.0
    most_copies: int = MOST_COPIES
    patience: float = ANSWERS_WITHIN
    tries: list[tuple[float, float, bool]] = field(default_factory=list)  # when, how long, whether it was taken
    _late: set[asyncio.Task[None]] = field(default_factory=set)

    async def say(self, user: str, number: int) -> None:
        """Returns with the first 200; what other copies there are still go on their way."""
        self.asked[number] = user
        copies = [
            asyncio.create_task(self.deliver(user, number)) for _ in range(self.chance.randint(1, self.most_copies))
        ]
        self.copies += len(copies)
        self._late.update(copies)
        done, _ = await asyncio.wait(copies, return_when=asyncio.FIRST_COMPLETED)
        for each in done:
            each.result()

    async def finish(self) -> None:
        await asyncio.gather(*self._late)

    async def deliver(self, user: str, number: int) -> None:
        began = time.monotonic()
        while not await self._post(user, number):
            assert time.monotonic() - began < GIVES_UP_AFTER, f"nobody took {number}"
            await asyncio.sleep(TRIES_AGAIN_AFTER)
        self.acknowledged.add(number)
        self.slowest = max(self.slowest, time.monotonic() - began)

    async def _post(self, user: str, number: int) -> bool:
        query, body = self.sealed(user, number)
        url = f"http://127.0.0.1:{self.chance.choice(self.ports)}/wecom/app"
        within, began = aiohttp.ClientTimeout(self.patience), time.monotonic()
        taken = False
        try:
            async with self.session.post(url, params=query, data=body, timeout=within) as answer:
                taken = answer.status == 200
                self.refused += not taken
        except (aiohttp.ClientError, TimeoutError, OSError):
            self.unreached += 1
        self.tries.append((began, time.monotonic() - began, taken))
        return taken

    def sealed(self, user: str, number: int) -> tuple[dict[str, str], bytes]:
        """Each copy under another nonce, as WeCom's own retries are."""
        corp, agent = self.given["corp_id"], self.given["agent_id"]
        crypt = MessageCrypt([CallbackKeys(self.given["token"], self.given["encoding_aes_key"])], corp)
        now, nonce = str(int(time.time() + self.ahead)), str(self.chance.randrange(10**9))
        inner = _INNER.format(corp=corp, sender=user, now=now, text=asking(number), msg_id=_FIRST + number, agent=agent)
        sealed = crypt.seal(inner.encode(), timestamp=now, nonce=nonce)
        body = _OUTER.format(corp=corp, encrypted=sealed.encrypted.decode(), agent=agent).encode()
        return {"msg_signature": sealed.signature, "timestamp": now, "nonce": sealed.nonce}, body
