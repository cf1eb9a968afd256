"""`POST /sandbox/callback`: saves a callback address as the console does, after a GET check.

{"kind": "app", "contacts" (the sync assistant) or "bot", "url", "token"?, "encoding_aes_key"?}

For the bot it switches the long connection off; `"url": ""` switches back to it.
"""

from aiohttp import web

from sandbox.aibot.callback_mode import switch_off, switch_on
from sandbox.app_callback.address import Address
from sandbox.app_callback.verify import verify
from sandbox.control.door import body_of, text_field
from sandbox.crypto import CryptoError
from sandbox.errors import bad
from sandbox.json_types import Json
from sandbox.world import World

KINDS = ("app", "contacts", "bot")


async def save_callback(world: World, request: web.Request) -> Json:
    """Token and key default to those of the credentials."""
    body = await body_of(request)
    kind = body.get("kind")
    if kind not in KINDS:
        raise bad(f"kind must be one of {', '.join(KINDS)}")
    if kind == "bot" and body.get("url") == "":
        switch_off(world)
        return {"verified": False, "why": "the bot is on the long connection again"}
    return await register(world, _address(world, body), kind)


async def register(world: World, address: Address, kind: str = "app") -> Json:
    """Saved only if the check succeeds; an address saved before stays otherwise."""
    why = await verify(world, address)
    if why:
        return {"verified": False, "why": why}
    if kind == "bot":
        switch_on(world, address)
    else:
        channel = world.app if kind == "app" else world.contacts
        channel.address = address
    return {"verified": True}


def _address(world: World, body: Json) -> Address:
    address = Address(
        url=text_field(body, "url"),
        token=text_field(body, "token", default=world.credentials.token),
        encoding_aes_key=text_field(body, "encoding_aes_key", default=world.credentials.encoding_aes_key),
        receive_id="" if body["kind"] == "bot" else world.credentials.corp_id,
    )
    if not address.url.startswith(("http://", "https://")):
        raise bad("url must begin with http:// or https://")
    try:
        _ = address.envelope
    except (CryptoError, ValueError) as error:
        raise bad(f"encoding_aes_key: {error}") from error
    return address
