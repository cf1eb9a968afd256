"""`GET /sandbox/log` for scripts, `GET /sandbox/feed` for the page: the journal after a number, waiting for more."""

from aiohttp import web

from sandbox.control.door import number_query
from sandbox.json_types import Json
from sandbox.world import World

ENTRY = ("seq", "at", "via", "to", "msgtype", "text", "card", "edits", "in_reply_to")
CARD = ("task_id", "title", "desc", "buttons", "selects")
LONGEST_WAIT = 60.0


async def get_log(world: World, request: web.Request) -> Json:
    """What bots sent, one entry per recipient; a card's `task_id` is its handle."""
    items, last = await _read(world, request, kind="sent")
    return {"entries": [_entry(item) for item in items], "last": last}


async def get_feed(world: World, request: web.Request) -> Json:
    """Everything that can be seen, or all of one kind."""
    items, last = await _read(world, request, kind=request.query.get("kind"))
    return {"items": items, "last": last}


async def _read(world: World, request: web.Request, *, kind: str | None) -> tuple[list[Json], int]:
    after, wait = int(number_query(request, "after")), number_query(request, "wait")
    return await world.journal.after(after, min(wait, LONGEST_WAIT), lambda item: kind in (None, item["kind"]))


def _entry(item: Json) -> Json:
    entry = {key: item[key] for key in ENTRY if key in item}
    if "card" in entry:
        entry["card"] = {key: entry["card"][key] for key in CARD} | {"task_id": entry["card"]["handle"]}
    return entry
