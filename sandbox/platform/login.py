"""H5 login (D-91023, D-95833) and the tickets of the JS-SDK (D-90506)."""

from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.endpoint import Call

HOUR = 3600.0
TICKET_LIFETIME = 7200.0


async def get_user_info(call: Call) -> Json:
    """auth/getuserinfo: who opened the page. A ticket comes with the scope snsapi_privateinfo only."""
    call.require("app")
    world, now = call.world, call.world.clock.seconds()
    grant = world.grants.spend(call.query.get("code", ""), now)
    answer: Json = {"userid": grant.userid}
    return (
        answer | {"user_ticket": world.grants.give_ticket(world.code(), grant.userid, now)} if grant.private else answer
    )


async def get_user_info_of_old(call: Call) -> Json:
    """user/getuserinfo: the path of earlier years, with its own spelling."""
    answer = await get_user_info(call)
    ticket = {"user_ticket": answer["user_ticket"], "expires_in": 1800} if "user_ticket" in answer else {}
    return {"UserId": answer["userid"], "DeviceId": ""} | ticket


async def get_user_detail(call: Call) -> Json:
    """auth/getuserdetail: what user/get does not say about a member since 2022-06-20."""
    call.require("app")
    grant = call.world.grants.shown(str(call.body.get("user_ticket") or ""), call.world.clock.seconds())
    person = call.world.directory.find(grant.userid)
    if person is None:
        raise ApiError(60111)
    nothing = dict.fromkeys(("avatar", "qr_code", "biz_mail", "address"), "")
    return nothing | {"userid": person.userid, "gender": "0", "mobile": person.mobile, "email": person.email}


async def corp_ticket(call: Call) -> Json:
    """get_jsapi_ticket, for wx.config."""
    return _ticket(call, "corp", call.world.settings.corp_tickets_per_hour)


async def app_ticket(call: Call) -> Json:
    """ticket/get, for wx.agentConfig."""
    call.require("app")
    if call.query.get("type") != "agent_config":
        raise ApiError(40058, "type")
    return _ticket(call, "app", call.world.settings.app_tickets_per_hour)


def _ticket(call: Call, kind: str, hourly: int) -> Json:
    """The same until it expires."""
    if not call.world.limits.take("jsapi ticket", kind, call.world.clock.seconds(), (hourly, HOUR)):
        raise ApiError(45009)
    ticket, left = call.world.tickets.fetch(kind, TICKET_LIFETIME)
    return {"ticket": ticket, "expires_in": left}
