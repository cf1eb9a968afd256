"""security/member_oper_log/list (D-100178): what members did to their accounts, as logging in on another device."""

from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.oa.rights import require_listed
from sandbox.platform.endpoint import Call

PER_MINUTE = 600
LONGEST_SPAN = 7 * 86400
OLDEST = 180 * 86400
MOST = 400
NEW_DEVICE, SECONDARY = 4, 13


async def list_records(call: Call) -> Json:
    """40058 for times that can't be: longer than 7 days, older than 180, or in the future. A page at a time."""
    require_listed(call, "operlog", per_minute=PER_MINUTE)
    body, now = call.body, call.world.clock.now().timestamp()
    start, end = int(body["start_time"]), int(body["end_time"])
    if not start < end <= now or end - start > LONGEST_SPAN or start < now - OLDEST:
        raise ApiError(40058, "start_time")
    size = int(body.get("limit") or MOST)
    if not 1 <= size <= MOST:
        raise ApiError(40058, "limit")
    rows = [row for row in call.world.office.member_log if _fits(row, body, start, end) and _visible(call, row)]
    first = int(body.get("cursor") or 0)
    more = first + size < len(rows)
    return {
        "has_more": more,
        "next_cursor": str(first + size) if more else "",
        "record_list": rows[first : first + size],
    }


def _fits(row: Json, body: Json, start: int, end: int) -> bool:
    kind, userid = body.get("oper_type"), body.get("userid")
    return start <= row["time"] <= end and kind in (None, row["oper_type"]) and userid in (None, "", row["userid"])


def _visible(call: Call, row: Json) -> bool:
    person = call.world.directory.find(str(row["userid"]))
    return person is not None and call.world.visible.has(person)


def record(userid: str, kind: int, at: int) -> Json:
    """One row as WeCom answers it; `at` in seconds."""
    return {"time": at, "userid": userid, "oper_type": kind, "detail_info": "登录设备：Windows", "ip": "203.0.113.7"}
