"""`POST /sandbox/callback`: saves a callback address as the console does, after a GET check."""

from aiohttp import web

from sandbox.app_callback.address import Address
from sandbox.app_callback.verify import verify
from sandbox.control.door import body_of, text_field
from sandbox.crypto import CryptoError, Envelope
from sandbox.errors import bad
from sandbox.json_types import Json
from sandbox.world import World


async def save_callback(world: World, request: web.Request) -> Json:
    """Token and key default to those of the credentials."""
    body = await body_of(request)
    if body.get("kind") != "app":
        raise bad("kind must be app")
    address = Address(
        url=text_field(body, "url"),
        token=text_field(body, "token", default=world.credentials.token),
        encoding_aes_key=text_field(body, "encoding_aes_key", default=world.credentials.encoding_aes_key),
        receive_id=world.credentials.corp_id,
    )
    if not address.url.startswith(("http://", "https://")):
        raise bad("url must begin with http:// or https://")
    try:
        Envelope(address.token, address.encoding_aes_key, address.receive_id)
    except (CryptoError, ValueError) as error:
        raise bad(f"encoding_aes_key: {error}") from error
    return await register(world, address)


async def register(world: World, address: Address) -> Json:
    """Saved only if the check succeeds; an address saved before stays otherwise."""
    why = await verify(world, address)
    if why:
        return {"verified": False, "why": why}
    world.app.address = address
    return {"verified": True}
