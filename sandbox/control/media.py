"""`GET /sandbox/media/ID`: pictures and files for the chat page."""

from aiohttp import web

from sandbox.keys import WORLD


async def serve(request: web.Request) -> web.Response:
    media = request.app[WORLD].media.find(request.match_info["media_id"])
    if media is None:
        return web.json_response({"error": "there is no such picture or file"}, status=404)
    return web.Response(body=media.data, content_type=media.content_type)
