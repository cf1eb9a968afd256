"""webhook/upload_media (D-99110): a file or a voice for the same webhook, for three days."""

from aiohttp import web

from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.uploads import read_file, store
from sandbox.platform.webhook import room_of
from sandbox.world import World

KINDS = ("file", "voice")


async def upload(world: World, request: web.Request) -> Json:
    """The file is looked at before the key: an empty one is 44001 even with a wrong key."""
    kind = request.query.get("type", "")
    if kind not in KINDS:
        raise ApiError(40004, "type")
    filename, data = await read_file(request)
    if not data:
        raise ApiError(44001)
    room = room_of(world, request.query.get("key", ""))
    media = store(world, kind, filename, data, scope=f"webhook {room}")
    return {"type": kind, "media_id": media.media_id, "created_at": str(int(media.created))}
