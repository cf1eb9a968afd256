"""Ids and addresses (D-95402, D-101521): who has this mobile, this mail, this encrypted userid."""

from sandbox.directory import open_userid
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.platform.endpoint import Call


async def plain_userids(call: Call) -> Json:
    """batch/openuserid_to_userid: an id that is plain already comes back as invalid."""
    call.require("app")
    wanted = call.body.get("open_userid_list")
    if not isinstance(wanted, list) or not 1 <= len(wanted) <= 1000:
        raise ApiError(40058, "open_userid_list")
    known = {open_userid(userid): userid for userid in call.world.directory.people}
    found = [{"open_userid": given, "userid": known[given]} for given in wanted if given in known]
    return {"userid_list": found, "invalid_open_userid_list": [given for given in wanted if given not in known]}
