"""Delivery to the app: encrypted XML by POST, five seconds, some retries, a passive reply in the answer (D-90238)."""

import asyncio
import logging

from aiohttp import ClientError, ClientTimeout

from sandbox import xml
from sandbox.app_callback.address import Address
from sandbox.app_callback.replies import take_reply
from sandbox.app_callback.verify import signed_url
from sandbox.json_types import Json
from sandbox.world import World

log = logging.getLogger(__name__)


def deliver(world: World, userid: str, message: Json, *, msgid: str) -> bool:
    """Start delivering one message or event; False when no address is saved. `msgid` is what replies answer to."""
    if world.app.address is None:
        return False
    world.tasks.deliver(_deliver(world, world.app.address, userid, message, msgid))
    return True


async def _deliver(world: World, address: Address, userid: str, message: Json, msgid: str) -> None:
    for attempt in range(1 + world.settings.callback_retries):
        if attempt:
            await asyncio.sleep(world.settings.callback_retry_spacing)
        answer = await _post(world, address, message)
        if answer is not None:
            take_reply(world, address, userid, message, answer, msgid=msgid)
            return
    world.journal.add("dropped", via="app", msgid=msgid, why="the app's callback address did not accept it")


async def _post(world: World, address: Address, message: Json) -> str | None:
    """The body of an HTTP 200 answer; None for anything else."""
    cipher = address.envelope.seal(xml.render("xml", message))
    timestamp, nonce = str(int(world.clock.seconds())), world.code()[:10]
    outer: Json = {"ToUserName": message["ToUserName"]}
    if "AgentID" in message:
        outer["AgentID"] = str(message["AgentID"])
    body = xml.render("xml", outer | {"Encrypt": cipher})
    url = signed_url(address, timestamp, nonce, cipher)
    try:
        async with world.http.post(
            url,
            data=body.encode(),
            headers={"Content-Type": "text/xml; charset=utf-8"},
            allow_redirects=False,
            timeout=ClientTimeout(total=world.settings.callback_timeout),
        ) as response:
            text = await response.text()
            return text if response.status == 200 else None
    except (TimeoutError, ClientError, ValueError) as error:
        log.info("callback failed: %s", type(error).__name__)
        return None
