"""Emergency calls (D-91627, D-91628): WeCom rings somebody's phone; paid, and few per person."""

from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.oa.book import PhoneCall
from sandbox.oa.rights import require_listed
from sandbox.platform.endpoint import Call

EIGHT_MINUTES, DAY = 480.0, 86400.0
ANSWERED, UNANSWERED = 0, 1


async def call_people(call: Call) -> Json:
    """One state per callee: 0 rings, else the code why not. 301050 switched off, 301051 nothing left to pay with."""
    require_listed(call, "pstncc")
    settings = call.world.settings
    callees = call.body.get("callee_userid") or []
    if not callees:
        raise ApiError(41009)
    if not settings.pstncc_on:
        raise ApiError(301050)
    if settings.pstncc_balance < len(callees):
        raise ApiError(301051)
    return {"states": [_ring(call, str(userid)) for userid in callees]}


def _ring(call: Call, given: str) -> Json:
    world = call.world
    person = world.directory.find(given)
    if person is None or not world.visible.has(person):
        return {"code": 40003, "callid": "", "userid": given}
    rates = ((world.settings.pstncc_per_8_minutes, EIGHT_MINUTES), (world.settings.pstncc_per_day, DAY))
    if not world.limits.take("pstncc", person.userid, world.clock.seconds(), *rates):
        return {"code": world.settings.pstncc_limit_code, "callid": "", "userid": person.userid}
    ring = PhoneCall(world.code(), person.userid, int(world.clock.seconds()))
    world.office.calls[ring.callid] = ring
    world.settings.pstncc_balance -= 1
    world.journal.add("phone", to={"user": person.userid}, callid=ring.callid)
    return {"code": 0, "callid": ring.callid, "userid": person.userid}


async def get_state(call: Call) -> Json:
    """Times in seconds. `reason` is 0 for a call that was answered, 1 otherwise: the real numbers are not known."""
    require_listed(call, "pstncc")
    ring = call.world.office.calls.get(str(call.body.get("callid") or ""))
    if ring is None or ring.userid.lower() != str(call.body.get("callee_userid") or "").lower():
        raise ApiError(40058, "callid or callee_userid")
    return {
        "istalked": int(bool(ring.answered)),
        "calltime": ring.started,
        "talktime": ring.talked,
        "reason": ANSWERED if ring.answered else UNANSWERED,
    }
