"""Pictures that people send to the bot: encrypted bytes behind a url for five minutes, the key beside it (D-100719)."""

import base64
import secrets

from aiohttp import web

from sandbox.aibot.line import Sealed
from sandbox.crypto import encrypt_bytes
from sandbox.json_types import Json
from sandbox.keys import WORLD
from sandbox.media import Media
from sandbox.world import World


def attach(world: World, picture: Media) -> Json:
    """`{"url", "aeskey"}` as a message carries them; in callback mode the key is that of the address, and not sent."""
    address, name = world.bot.address, world.code()
    key = address.envelope.key if address else secrets.token_bytes(32)
    expires = world.clock.seconds() + world.settings.picture_lifetime
    world.pictures[name] = Sealed(encrypt_bytes(key, picture.data), expires)
    image: Json = {"url": f"{world.api_base}/aibot/media/{name}"}
    return image if address else image | {"aeskey": base64.b64encode(key).decode()}


async def serve(request: web.Request) -> web.Response:
    world = request.app[WORLD]
    sealed = world.pictures.get(request.match_info["name"])
    if sealed is None or world.clock.seconds() >= sealed.expires:
        raise web.HTTPNotFound(text="the picture is not there, or no longer")
    return web.Response(body=sealed.data, content_type="application/octet-stream")
