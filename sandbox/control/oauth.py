"""`POST /sandbox/oauth` `{"userid", "private"?: true}`: a person opens a page of the app; answers its `code`."""

from aiohttp import web

from sandbox.control.door import body_of, person_named, text_field
from sandbox.json_types import Json
from sandbox.world import World


async def give_code(world: World, request: web.Request) -> Json:
    """`private`: the person agrees to show mobile and mail, as the scope snsapi_privateinfo asks."""
    body = await body_of(request)
    userid = person_named(world, text_field(body, "userid")).userid
    now, private = world.clock.seconds(), body.get("private") is True
    return {"code": world.grants.give_code(world.code(), userid, now, private=private)}
