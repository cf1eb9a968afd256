"""media/upload, media/get and media/uploadimg (D-90253, D-90254, D-90256)."""

from aiohttp import BodyPartReader, web

from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.keys import WORLD
from sandbox.media import Media, is_picture, looks_like
from sandbox.platform.endpoint import authorized
from sandbox.world import World

DAY, MONTH = 86400.0, 30 * 86400.0
MEGABYTE = 1024 * 1024
LARGEST = {"image": 10 * MEGABYTE, "voice": 2 * MEGABYTE, "video": 10 * MEGABYTE, "file": 20 * MEGABYTE}
LARGEST_ARTICLE_PICTURE = 2 * MEGABYTE


async def upload(world: World, request: web.Request) -> Json:
    """Multipart field `media`; `created_at` is a string."""
    authorized(world, request)
    kind = request.query.get("type", "")
    if kind not in LARGEST:
        raise ApiError(40004, "type")
    filename, data = await read_file(request)
    media = store(world, kind, filename, data)
    return {"errmsg": "", "type": kind, "media_id": media.media_id, "created_at": str(int(media.created))}


async def upload_image(world: World, request: web.Request) -> Json:
    """A permanent url for news and cards."""
    authorized(world, request)
    filename, data = await read_file(request)
    if len(data) > LARGEST_ARTICLE_PICTURE or not is_picture(data):
        raise ApiError(40009)
    now = world.clock.now()
    rates = ((world.settings.article_pictures_per_day, DAY), (world.settings.article_pictures_per_month, MONTH))
    if not world.limits.take("uploadimg", "corp", now.timestamp(), *rates):
        raise ApiError(45009)
    return {"url": world.api_base + world.media.add("image", filename, data).page_url}


async def download(request: web.Request) -> web.Response:
    """The raw bytes, or the part of them that a Range asks for; JSON only for an error."""
    world = request.app[WORLD]
    try:
        authorized(world, request)
        media = world.media.any_kind(request.query.get("media_id"))
    except ApiError as error:
        return web.json_response(error.answer())
    disposition = {"Content-Disposition": f'attachment; filename="{media.filename}"'}
    if "Range" not in request.headers:
        return web.Response(body=media.data, content_type=media.content_type, headers=disposition)
    return _piece(request, media, disposition)


def _piece(request: web.Request, media: Media, headers: dict[str, str]) -> web.Response:
    """206 with Content-Range; 416 for a range that cannot be read or holds nothing."""
    size = len(media.data)
    try:
        start, stop, _step = request.http_range.indices(size)
    except ValueError:
        start, stop = 0, 0
    if start >= stop:
        return web.Response(status=416, headers={"Content-Range": f"bytes */{size}"})
    headers = headers | {"Content-Range": f"bytes {start}-{stop - 1}/{size}"}
    return web.Response(status=206, body=media.data[start:stop], content_type=media.content_type, headers=headers)


def store(world: World, kind: str, filename: str, data: bytes, *, scope: str = "") -> Media:
    """ApiError 44001 for next to nothing, 45001 for too much, 40005 for a picture, voice or video that is none."""
    if len(data) <= 5:
        raise ApiError(44001)
    if len(data) > LARGEST[kind]:
        raise ApiError(45001)
    if not looks_like(kind, data):
        raise ApiError(40005)
    return world.media.add(kind, filename, data, scope=scope)


async def read_file(request: web.Request) -> tuple[str, bytes]:
    """The name and the bytes; 41005 without a file or a filename.

    The field is called `media`, or nothing: clients that have worked for years leave its name out.
    """
    if not request.content_type.startswith("multipart/"):
        raise ApiError(41005)
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader) and part.name in ("media", None) and part.filename:
            return part.filename, bytes(await part.read())
    raise ApiError(41005)
