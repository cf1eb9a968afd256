"""A request's body, up to a size and within a time."""

import asyncio
from typing import Final

from aiohttp import web

BODY_LIMIT: Final = 64 * 1024  # bytes of one callback
PATIENCE: Final = 5.0  # seconds: WeCom itself gives up then


async def bounded_body(request: web.Request, *, limit: int, patience: float = PATIENCE) -> bytes | None:
    """All of it; what came of it, where it stops coming; None where it is longer than `limit` bytes."""
    if (request.content_length or 0) > limit:
        return None
    if request.content.is_eof():  # the usual case: it came with the headers, no timer needed
        body = request.content.read_nowait()
        return body if len(body) <= limit else None
    return await _slow_body(request, limit=limit, patience=patience)


async def _slow_body(request: web.Request, *, limit: int, patience: float) -> bytes | None:
    body = bytearray()
    try:
        async with asyncio.timeout(patience):
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > limit:
                    return None
    except (TimeoutError, OSError, web.RequestPayloadError):
        return bytes(body)  # half a message has no valid signature
    return bytes(body)
