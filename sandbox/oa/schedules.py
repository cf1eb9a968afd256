"""oa/schedule/add, update, get, del (D-93648): entries in people's calendars."""

from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.oa.rights import member, require_listed
from sandbox.platform.endpoint import Call

REMIND_SECONDS = (0, 300, 900, 3600, 86400)
REPEATS = (0, 1, 2, 5, 7)
LONGEST = {"summary": 128, "description": 512, "location": 128}
MOST_READ = 1000


async def add(call: Call) -> Json:
    """Whoever attends must exist (301021); which of WeCom's 904xx a mistake gets was not probed: 40058 here."""
    require_listed(call, "schedule")
    schedule = call.body.get("schedule") or {}
    if call.body.get("agentid") is not None:
        call.require_agent(call.body["agentid"])
    _check(call, schedule)
    return {"schedule_id": _keep(call, f"sch{call.world.code()[:24]}", schedule)}


async def update(call: Call) -> Json:
    """The whole entry is written anew; the organizer stays."""
    require_listed(call, "schedule")
    schedule = call.body.get("schedule") or {}
    known = call.world.office.schedules.get(str(schedule.get("schedule_id") or ""))
    if known is None:
        raise ApiError(40058, "schedule.schedule_id")
    changed = schedule | {"organizer": known["organizer"]}
    _check(call, changed)
    return {"schedule_id": _keep(call, known["schedule_id"], changed)}


async def get(call: Call) -> Json:
    require_listed(call, "schedule")
    wanted = call.body.get("schedule_id_list") or []
    if not 1 <= len(wanted) <= MOST_READ:
        raise ApiError(40058, "schedule_id_list")
    return {"schedule_list": [known for one in wanted if (known := call.world.office.schedules.get(one))]}


async def delete(call: Call) -> Json:
    require_listed(call, "schedule")
    if call.world.office.schedules.pop(str(call.body.get("schedule_id") or ""), None) is None:
        raise ApiError(40058, "schedule_id")
    return {}


def _keep(call: Call, schedule_id: str, schedule: Json) -> str:
    attendees = [{"userid": one["userid"], "response_status": 0} for one in schedule.get("attendees") or []]
    kept = schedule | {"schedule_id": schedule_id, "attendees": attendees, "status": 0}
    call.world.office.schedules[schedule_id] = kept
    return schedule_id


def _check(call: Call, schedule: Json) -> None:
    people = [schedule.get("organizer"), *(one["userid"] for one in schedule.get("attendees") or [])]
    if len(people) - 1 > call.world.settings.schedule_attendees:
        raise ApiError(40058, "attendees")
    for userid in people:
        member(call, userid, unseen=301021)
    if not int(schedule["start_time"]) <= int(schedule["end_time"]):
        raise ApiError(40058, "start_time or end_time")
    for name, most in LONGEST.items():
        if len(str(schedule.get(name) or "")) > most:
            raise ApiError(40058, name)
    reminders = schedule.get("reminders") or {}
    if reminders.get("is_remind") and reminders.get("remind_before_event_secs", 0) not in REMIND_SECONDS:
        raise ApiError(40058, "reminders.remind_before_event_secs")
    if reminders.get("is_repeat") and reminders.get("repeat_type") not in REPEATS:
        raise ApiError(40058, "reminders.repeat_type")
