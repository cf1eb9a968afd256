"""`/sandbox/approvals`: GET lists the forms and whom they wait for; POST is a person at work in the 审批 app.

{"sp_no", "by": userid, "action": "agree" "reject" "withdraw" or "comment", "speech"?}
"""

from aiohttp import web

from sandbox.control.door import body_of, person_named, text_field
from sandbox.errors import absent, bad
from sandbox.json_types import Json
from sandbox.oa.approvals import Approval, Change, Form, Step
from sandbox.oa.events import tell
from sandbox.oa.vacations import take_off
from sandbox.world import World


async def list_approvals(world: World, _request: web.Request) -> Json:
    return {"approvals": [_shown(approval) for approval in world.office.approvals.values()]}


async def act(world: World, request: web.Request) -> Json:
    """Answers the form as it stands then; the app is told."""
    body = await body_of(request)
    approval = world.office.approvals.get(text_field(body, "sp_no"))
    if approval is None:
        raise absent(f"there is no approval {body['sp_no']}")
    by, speech = person_named(world, text_field(body, "by")).userid, text_field(body, "speech", default="")
    try:
        change = _act(world, approval, by, text_field(body, "action"), speech)
    except ValueError as error:
        raise bad(str(error)) from error
    if approval.status is Form.PASSED and change is Change.AGREE:
        take_off(world, approval)
    tell(world, approval, change)
    return _shown(approval)


def _act(world: World, approval: Approval, by: str, action: str, speech: str) -> Change:
    now = int(world.clock.seconds())
    if action == "agree":
        approval.decide(by, Step.AGREED, speech, now)
        return Change.AGREE
    if action == "reject":
        approval.decide(by, Step.REJECTED, speech, now)
        return Change.REJECT
    if action == "withdraw":
        approval.withdraw(by)
        return Change.WITHDRAW if approval.status is Form.WITHDRAWN else Change.WITHDRAW_AFTER
    if action != "comment":
        raise ValueError("action must be agree, reject, withdraw or comment")
    comment = {"commentUserInfo": {"userid": by}, "commenttime": now, "commentcontent": speech}
    approval.comments.append(comment | {"commentid": str(world.next_id()), "media_id": []})
    return Change.COMMENT


def _shown(approval: Approval) -> Json:
    return {
        "sp_no": approval.sp_no,
        "name": approval.name,
        "applicant": approval.applicant,
        "status": int(approval.status),
        "waits_for": approval.waits_for(),
    }
