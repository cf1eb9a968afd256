"""media/upload, media/get and media/uploadimg (D-90253, D-90254, D-90256)."""

from aiohttp import web

from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.keys import WORLD
from sandbox.media import Media, is_picture
from sandbox.world import World

MEGABYTE = 1024 * 1024
LARGEST = {"image": 10 * MEGABYTE, "voice": 2 * MEGABYTE, "video": 10 * MEGABYTE, "file": 20 * MEGABYTE}
LARGEST_ARTICLE_PICTURE = 2 * MEGABYTE


async def upload(world: World, request: web.Request) -> Json:
    """Multipart field `media`; `created_at` is a string."""
    world.tokens.owner(request.query.get("access_token"))
    kind = request.query.get("type", "")
    if kind not in LARGEST:
        raise ApiError(40004, "type")
    filename, data = await _file(request)
    media = store(world, kind, filename, data)
    return {"errmsg": "", "type": kind, "media_id": media.media_id, "created_at": str(int(media.created))}


async def upload_image(world: World, request: web.Request) -> Json:
    """A permanent url for news and cards."""
    world.tokens.owner(request.query.get("access_token"))
    filename, data = await _file(request)
    if len(data) > LARGEST_ARTICLE_PICTURE or not is_picture(data):
        raise ApiError(40009)
    return {"url": world.api_base + world.media.add("image", filename, data).page_url}


async def download(request: web.Request) -> web.Response:
    """The raw bytes; JSON only for an error."""
    world = request.app[WORLD]
    try:
        world.tokens.owner(request.query.get("access_token"))
        media = world.media.any_kind(request.query.get("media_id"))
    except ApiError as error:
        return web.json_response(error.answer())
    disposition = {"Content-Disposition": f'attachment; filename="{media.filename}"'}
    return web.Response(body=media.data, content_type=media.content_type, headers=disposition)


def store(world: World, kind: str, filename: str, data: bytes) -> Media:
    """ApiError 44001 for next to nothing, 45001 for too much, 40005 for a picture that is none."""
    if len(data) <= 5:
        raise ApiError(44001)
    if len(data) > LARGEST[kind]:
        raise ApiError(45001)
    if kind == "image" and not is_picture(data):
        raise ApiError(40005)
    return world.media.add(kind, filename, data)


async def _file(request: web.Request) -> tuple[str, bytes]:
    """The name and the bytes; 41005 without a file or a filename."""
    if not request.content_type.startswith("multipart/"):
        raise ApiError(41005)
    field = (await request.post()).get("media")
    if not isinstance(field, web.FileField) or not field.filename:
        raise ApiError(41005)
    return field.filename, field.file.read()
