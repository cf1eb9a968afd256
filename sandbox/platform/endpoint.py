"""The frame around every `/cgi-bin` call: token, then the handler, then `errcode`; always HTTP 200 (D-90664)."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from sandbox.errors import OK, WRONG_SHAPE, ApiError, as_api_error
from sandbox.json_types import Json, dump
from sandbox.keys import WORLD
from sandbox.world import World


@dataclass(frozen=True, slots=True)
class Call:
    """A call whose token was good. `owner` is app or contacts; `body` is {} without one; `path` after /cgi-bin/."""

    world: World
    owner: str
    query: dict[str, str]
    body: Json
    path: str = ""

    def require(self, owner: str) -> None:
        """Permission: ApiError 48002 for the other secret."""
        if self.owner != owner:
            raise ApiError(48002)

    def require_reader(self) -> None:
        """The contacts secret reads ids only, since 2022-08-15, unless the address was known before (48009)."""
        if self.owner == "contacts" and not self.world.settings.contacts_secret_reads:
            raise ApiError(48009)

    def require_agent(self, value: object) -> None:
        """ApiError 41011 or 40056 unless it is the app's own id."""
        if value in (None, ""):
            raise ApiError(41011)
        if str(value) != str(self.world.credentials.agent_id):
            raise ApiError(40056)


# What a refused call answers beside errcode: a bad token was seen to bring user/get's lists, empty (D-90664).
EMPTY_FIELDS: dict[str, Json] = {
    "user/get": {"department": [], "order": [], "is_leader_in_dept": [], "direct_leader": []},
}
SENDING = ("/cgi-bin/message/", "/cgi-bin/appchat/send")

Api = Callable[[Call], Awaitable[Json]]
OpenApi = Callable[[World, web.Request], Awaitable[Json]]


def with_token(api: Api) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A call that needs an access_token in its query: in a header or in the body it does not count (41001)."""

    async def run(world: World, request: web.Request) -> Json:
        owner = authorized(world, request)
        if not request.path.startswith(SENDING):
            _count(world)
        return await api(Call(world, owner, dict(request.query), await read_json(request), _path(request)))

    return without_token(run)


def without_token(api: OpenApi) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A call with another credential: a secret or a key in its query."""

    async def run(request: web.Request) -> web.Response:
        try:
            answer = OK | await api(request.app[WORLD], request)
        except (ApiError, *WRONG_SHAPE) as error:
            answer = as_api_error(error).answer() | EMPTY_FIELDS.get(_path(request), {})
        return web.json_response(answer, dumps=dump)

    return run


def authorized(world: World, request: web.Request) -> str:
    """Whose token it is; 60020 from an address that the app's 企业可信IP do not name."""
    owner = world.tokens.owner(request.query.get("access_token"))
    trusted = [part.strip() for part in world.settings.trusted_ips.split(",") if part.strip()]
    if trusted and owner == "app" and request.remote not in trusted:
        raise ApiError(60020)
    return owner


def _path(request: web.Request) -> str:
    return request.path.removeprefix("/cgi-bin/")


def _count(world: World) -> None:
    """The corp's frequency (45009); calls that send have limits of their own."""
    rates = ((world.settings.calls_per_minute, 60.0), (world.settings.calls_per_hour, 3600.0))
    if not world.limits.take("calls", "corp", world.clock.seconds(), *rates):
        raise ApiError(45009)


async def read_json(request: web.Request) -> Json:
    """The body as an object; {} without one. ApiError 40058 when it is something else."""
    data = await request.read()
    if not data or not data.lstrip().startswith((b"{", b"[")):
        return {}
    try:
        body = json.loads(data)
    except ValueError as error:
        raise ApiError(40058, "Warning: wrong json format.") from error
    if not isinstance(body, dict):
        raise ApiError(40058, "Warning: wrong json format.")
    return body
