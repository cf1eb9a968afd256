"""What people do at work beside chatting: punch in, answer the phone.

`POST /sandbox/checkin` {"userid", "type"?, "at"?: ISO, "exception"?, "place"?}
`POST /sandbox/phone` {"userid", "answer": true or false, "talk"?: seconds}
"""

from datetime import datetime

from aiohttp import web

from sandbox.control.door import body_of, person_named, text_field
from sandbox.errors import absent, bad
from sandbox.json_types import Json
from sandbox.oa.checkin import OUTING_KIND, punch
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


async def answer_phone(world: World, request: web.Request) -> Json:
    """The newest call that still rings is taken or declined."""
    body = await body_of(request)
    userid = person_named(world, text_field(body, "userid")).userid
    ringing = [call for call in world.office.calls.values() if call.userid == userid and call.answered is None]
    if not ringing:
        raise absent(f"the phone of {userid} does not ring")
    ringing[-1].answered = body.get("answer") is True
    ringing[-1].talked = int(body.get("talk") or 5) if ringing[-1].answered else 0
    return {"callid": ringing[-1].callid}


def _seconds(world: World, body: Json) -> int:
    if "at" not in body:
        return int(world.clock.seconds())
    try:
        at = datetime.fromisoformat(text_field(body, "at"))
    except ValueError as error:
        raise bad("at must be an ISO time") from error
    return int((at if at.tzinfo else at.replace(tzinfo=world.company.now.tzinfo)).timestamp())
