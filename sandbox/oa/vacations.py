"""Leave balances (D-93375, D-93376, D-93377). Seconds throughout; a day has 86400. 调休假 is counted by the hour."""

from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.oa.approvals import Approval
from sandbox.oa.rights import member, require_listed
from sandbox.oa.templates import VACATIONS
from sandbox.platform.endpoint import Call
from sandbox.world import World

DAY, HOUR = 86_400, 3_600
BY_DAY, BY_HOUR = 0, 1
HOURLY = ("调休假",)
STANDARD = {"年假": 5 * DAY}
STEP = {BY_DAY: DAY // 10, BY_HOUR: HOUR // 10}
MOST = {BY_DAY: 1000 * DAY, BY_HOUR: 24_000 * HOUR}


def _ids() -> dict[int, str]:
    return dict(enumerate(VACATIONS, 1))


def _time_attr(name: str) -> int:
    return BY_HOUR if name in HOURLY else BY_DAY


async def get_config(call: Call) -> Json:
    """oa/vacation/getcorpconf."""
    require_listed(call, "approval")
    return {"lists": [_config(number, name) for number, name in _ids().items()]}


async def get_quota(call: Call) -> Json:
    """oa/vacation/getuservacationquota."""
    require_listed(call, "approval")
    person = member(call, call.body.get("userid"))
    return {"lists": [_quota(call.world, person.userid, number, name) for number, name in _ids().items()]}


async def set_quota(call: Call) -> Json:
    """oa/vacation/setoneuserquota: 301062 for a type that is not there, 301064 for a number that does not fit."""
    require_listed(call, "approval")
    person, body = member(call, call.body.get("userid")), call.body
    name = _ids().get(body.get("vacation_id") or 0)
    if name is None:
        raise ApiError(301062)
    attr, left = _time_attr(name), body.get("leftduration")
    if body.get("time_attr") != attr or not isinstance(left, int) or left % STEP[attr] or not 0 <= left <= MOST[attr]:
        raise ApiError(301064)
    if len(str(body.get("remarks") or "")) > 200:
        raise ApiError(40058, "remarks")
    call.world.office.left[person.userid, body["vacation_id"]] = left
    return {}


def take_off(world: World, approval: Approval) -> None:
    """A leave that passed is used up."""
    for content in approval.contents:
        if content["control"] == "Vacation":
            vacation = content["value"]["vacation"]
            number = int(vacation["selector"]["options"][0]["key"])
            duration = int(vacation["attendance"]["date_range"]["new_duration"])
            key = (approval.applicant, number)
            world.office.left[key] = max(0, _left(world, *key) - duration)
            world.office.used[key] = world.office.used.get(key, 0) + duration


def _left(world: World, userid: str, number: int) -> int:
    """As set; else what the company file says of this person; else the standard."""
    name = _ids()[number]
    own = world.company.balances.get(userid, {}).get(name)
    standard = STANDARD.get(name, 0) if own is None else round(own * DAY)
    return world.office.left.get((userid, number), standard)


def _quota(world: World, userid: str, number: int, name: str) -> Json:
    left, used = _left(world, userid, number), world.office.used.get((userid, number), 0)
    shown = {"id": number, "assignduration": left + used, "usedduration": used, "leftduration": left}
    return shown | {"vacationname": name, "real_assignduration": left + used}


def _config(number: int, name: str) -> Json:
    return {
        "id": number,
        "name": name,
        "time_attr": _time_attr(name),
        "duration_type": 0,
        "quota_attr": {"type": 1, "autoreset_time": 0, "autoreset_duration": 0},
        "perday_duration": DAY,
    }
