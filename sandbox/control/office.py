"""What people do at work beside chatting: punch in, report, answer the phone.

`POST /sandbox/checkin` {"userid", "type"?, "at"?: ISO, "exception"?, "place"?}
`POST /sandbox/logins` {"userid", "at"?: ISO, "secondary"?: true}: on another device
`POST /sandbox/reports` {"userid", "text", "receivers"?: userids, "at"?: ISO}
`POST /sandbox/phone` {"userid", "answer": true or false, "talk"?: seconds}
"""

from datetime import datetime

from aiohttp import web

from sandbox.control.door import body_of, person_named, text_field
from sandbox.errors import absent, bad
from sandbox.json_types import Json
from sandbox.oa.book import Report
from sandbox.oa.checkin import OUTING_KIND, punch
from sandbox.oa.member_log import NEW_DEVICE, SECONDARY, record
from sandbox.world import World

PUNCHES = ("上班打卡", "下班打卡", OUTING_KIND)


async def check_in(world: World, request: web.Request) -> Json:
    """Now, or at a time; answers the row as WeCom will."""
    body = await body_of(request)
    kind = text_field(body, "type", default=PUNCHES[0])
    if kind not in PUNCHES:
        raise bad(f"type must be one of {' '.join(PUNCHES)}")
    row = punch(
        person_named(world, text_field(body, "userid")).userid,
        kind,
        _seconds(world, body),
        text_field(body, "exception", default=""),
        text_field(body, "place", default="公司"),
    )
    world.office.punches.append(row)
    return row


async def log_in(world: World, request: web.Request) -> Json:
    """On another device, now or at a time; answers the row as WeCom will."""
    body = await body_of(request)
    kind = SECONDARY if body.get("secondary") is True else NEW_DEVICE
    row = record(person_named(world, text_field(body, "userid")).userid, kind, _seconds(world, body))
    world.office.member_log.append(row)
    return row


async def write_report(world: World, request: web.Request) -> Json:
    """A daily report, which the app then finds by oa/journal/get_record_list."""
    body = await body_of(request)
    author = person_named(world, text_field(body, "userid"))
    receivers = body.get("receivers", [])
    if not isinstance(receivers, list):
        raise bad("receivers must be a list of userids")
    report = Report(
        uuid=world.code(),
        author=author.userid,
        department=author.main_department,
        text=text_field(body, "text"),
        receivers=tuple(person_named(world, str(userid)).userid for userid in receivers),
        at=_seconds(world, body),
    )
    world.office.reports.append(report)
    world.office.reports.sort(key=lambda one: one.at)
    return {"journaluuid": report.uuid}


async def answer_phone(world: World, request: web.Request) -> Json:
    """The newest call that still rings is taken or declined."""
    body = await body_of(request)
    userid = person_named(world, text_field(body, "userid")).userid
    ringing = [call for call in world.office.calls.values() if call.userid == userid and call.answered is None]
    if not ringing:
        raise absent(f"the phone of {userid} does not ring")
    ring = ringing[-1]
    ring.answered = body.get("answer") is True
    ring.talked = int(body.get("talk") or 5) if ring.answered else 0
    world.journal.add("phone", to={"user": userid}, callid=ring.callid, answered=ring.answered)
    return {"callid": ring.callid}


def _seconds(world: World, body: Json) -> int:
    if "at" not in body:
        return int(world.clock.seconds())
    try:
        at = datetime.fromisoformat(text_field(body, "at"))
    except ValueError as error:
        raise bad("at must be an ISO time") from error
    return int((at if at.tzinfo else at.replace(tzinfo=world.company.now.tzinfo)).timestamp())
