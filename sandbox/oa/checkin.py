"""checkin/getcheckindata (D-90262): who punched in and out."""

from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.oa.rights import member, require_listed
from sandbox.platform.endpoint import Call

PER_MINUTE = 600
LONGEST_SPAN = 30 * 86400
MOST_PEOPLE = 100
DUTY, OUTING, EVERYTHING = 1, 2, 3
OUTING_KIND = "外出打卡"


async def get_data(call: Call) -> Json:
    """301023 for too many people or none, 301024 for more than 30 days."""
    require_listed(call, "checkin", per_minute=PER_MINUTE)
    body = call.body
    people, kind = body.get("useridlist") or [], body.get("opencheckindatatype")
    start, end = int(body["starttime"]), int(body["endtime"])
    if kind not in (DUTY, OUTING, EVERYTHING):
        raise ApiError(40058, "opencheckindatatype")
    if not 1 <= len(people) <= MOST_PEOPLE:
        raise ApiError(301023)
    if not 0 <= end - start <= LONGEST_SPAN:
        raise ApiError(301024)
    wanted = {member(call, userid, unseen=301021).userid for userid in people}
    return {
        "checkindata": [
            punch
            for punch in call.world.office.punches
            if punch["userid"] in wanted and start <= punch["checkin_time"] <= end and _is_of(kind, punch)
        ]
    }


def _is_of(kind: int, punch: Json) -> bool:
    outing = punch["checkin_type"] == OUTING_KIND
    return kind == EVERYTHING or outing == (kind == OUTING)


def punch(userid: str, kind: str, at: int, exception: str, place: str) -> Json:
    """One row as WeCom answers it. `kind` is 上班打卡, 下班打卡 or 外出打卡; `at` in seconds."""
    return {
        "userid": userid,
        "groupname": "默认打卡规则",
        "checkin_type": kind,
        "exception_type": exception,
        "checkin_time": at,
        "location_title": place,
        "location_detail": place,
        "wifiname": "",
        "notes": "",
        "wifimac": "",
        "mediaids": [],
        "lat": 0,
        "lng": 0,
        "deviceid": "",
        "sch_checkin_time": at,
        "groupid": 1,
        "schedule_id": 0,
        "timeline_id": 1,
    }
