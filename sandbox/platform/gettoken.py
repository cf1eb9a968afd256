"""gettoken (D-91039): corpid and a secret for a token."""

from aiohttp import web

from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.world import World

HOUR = 3600.0


async def get_token(world: World, request: web.Request) -> Json:
    """ApiError 41002, 41004, 40013, 40001; 45009 for an hour after too many of those."""
    now = world.clock.seconds()
    if world.limits.blocked("bad gettoken", "corp", now):
        raise ApiError(45009)
    try:
        owner = _owner(world, request)
    except ApiError:
        world.limits.take("bad gettoken", "corp", now, (world.settings.bad_tokens_per_hour, HOUR))
        raise
    token, left = world.tokens.fetch(owner, world.settings.token_lifetime)
    return {"access_token": token, "expires_in": left}


def _owner(world: World, request: web.Request) -> str:
    corp_id, secret = request.query.get("corpid"), request.query.get("corpsecret")
    if not corp_id:
        raise ApiError(41002)
    if not secret:
        raise ApiError(41004)
    if corp_id != world.credentials.corp_id:
        raise ApiError(40013)
    owners = {world.credentials.app_secret: "app", world.credentials.contacts_secret: "contacts"}
    if secret not in owners:
        raise ApiError(40001)
    return owners[secret]
