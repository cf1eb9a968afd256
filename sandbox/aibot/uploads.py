"""Uploads in pieces over the long connection (D-101463): init, chunks in any order, finish."""

import base64
import binascii
import hashlib

from sandbox.aibot.line import Upload
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.uploads import LARGEST, store
from sandbox.world import World

LARGEST_CHUNK = 512 * 1024
MOST_CHUNKS = 100
SESSION = 1800.0


async def init(world: World, frame: Json) -> Json:
    """aibot_upload_media_init: what will come."""
    body, settings = frame["body"], world.settings
    upload = _announced(body, world.clock.seconds())
    most = settings.upload_image_bytes if upload.kind == "image" else LARGEST[upload.kind]
    if upload.total_size > most:
        raise ApiError(45001)
    rates = ((settings.uploads_per_minute, 60.0), (settings.uploads_per_hour, 3600.0))
    if not world.limits.take("upload", "bot", world.clock.seconds(), *rates):
        raise ApiError(45009)
    upload_id = world.code()
    world.bot.uploads[upload_id] = upload
    return {"upload_id": upload_id}


async def chunk(world: World, frame: Json) -> Json:
    """aibot_upload_media_chunk: the same piece may come twice."""
    body = frame["body"]
    upload = _session(world, body)
    index = body.get("chunk_index")
    if not isinstance(index, int) or not 0 <= index < upload.total_chunks:
        raise ApiError(40058, "chunk_index")
    try:
        data = base64.b64decode(str(body.get("base64_data") or ""), validate=True)
    except binascii.Error as error:
        raise ApiError(40058, "base64_data") from error
    if not 0 < len(data) <= LARGEST_CHUNK:
        raise ApiError(40058, "base64_data must hold 1 byte to 512 KB")
    upload.chunks[index] = data
    return {}


async def finish(world: World, frame: Json) -> Json:
    """aibot_upload_media_finish: whole and unharmed, or 40058."""
    upload = _session(world, frame["body"])
    data = b"".join(upload.chunks[index] for index in sorted(upload.chunks))
    if len(upload.chunks) != upload.total_chunks or len(data) != upload.total_size:
        raise ApiError(40058, "chunks are missing or total_size is wrong")
    if upload.md5 and hashlib.md5(data, usedforsecurity=False).hexdigest() != upload.md5:
        raise ApiError(40058, "md5")
    media = store(world, upload.kind, upload.filename, data, scope="bot")
    del world.bot.uploads[frame["body"]["upload_id"]]
    return {"type": upload.kind, "media_id": media.media_id, "created_at": int(media.created)}


def _announced(body: Json, now: float) -> Upload:
    kind, filename = str(body.get("type") or ""), str(body.get("filename") or "")
    size, chunks = body.get("total_size"), body.get("total_chunks")
    if kind not in LARGEST or not filename or len(filename.encode()) > 256:
        raise ApiError(40058, "type or filename")
    if not isinstance(size, int) or size < 5 or not isinstance(chunks, int) or not 1 <= chunks <= MOST_CHUNKS:
        raise ApiError(40058, "total_size or total_chunks")
    return Upload(kind, filename, size, chunks, str(body.get("md5") or "").lower(), now)


def _session(world: World, body: Json) -> Upload:
    upload = world.bot.uploads.get(str(body.get("upload_id") or ""))
    if upload is None or world.clock.seconds() > upload.started + SESSION:
        raise ApiError(40058, "upload_id")
    return upload
