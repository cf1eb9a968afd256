"""POST to a callback address: signed, five seconds, some retries (D-90238); used for the app and for the AI bot."""

import asyncio
import logging
import math
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import ClientError, ClientTimeout

from sandbox.app_callback.address import Address
from sandbox.app_callback.verify import signed_url
from sandbox.world import World

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back with HTTP 200. `nonce` is the one of the request: an AI bot's reply must repeat it."""

    text: str
    nonce: str


async def post_until_taken(
    world: World, address: Address, message: str, wrap: Callable[[str], str], content_type: str
) -> Answer | None:
    """Encrypt `message`, `wrap` the ciphertext, send it; again after a pause if nobody took it. None at the end.

    With `callback_copies` the same message comes several times; only the answer to the last one counts.
    """
    for _ in range(world.settings.callback_copies - 1):
        await post_once(world, address, message, wrap, content_type)
    for attempt in range(1 + world.settings.callback_retries):
        if attempt:
            await asyncio.sleep(world.settings.callback_retry_spacing)
        answer = await post_once(world, address, message, wrap, content_type)
        if answer is not None:
            return answer
    return None


async def post_once(
    world: World, address: Address, message: str, wrap: Callable[[str], str], content_type: str
) -> Answer | None:
    """None for anything but HTTP 200 in time: exactly, as aiohttp alone would round 5 s up to almost 6."""
    cipher = address.envelope.seal(message)
    timestamp, nonce = str(int(world.clock.seconds())), world.code()[:10]
    try:
        async with world.http.post(
            signed_url(address, timestamp, nonce, cipher),
            data=wrap(cipher).encode(),
            headers={"Content-Type": content_type},
            allow_redirects=False,
            timeout=ClientTimeout(total=world.settings.callback_timeout, ceil_threshold=math.inf),
        ) as response:
            text = await response.text()
            return Answer(text, nonce) if response.status == 200 else None
    except (TimeoutError, ClientError, ValueError) as error:
        log.info("callback failed: %s", type(error).__name__)
        return None
