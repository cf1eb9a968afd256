"""oa/getapprovalinfo and oa/getapprovaldetail (D-91816, D-91983)."""

from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.oa.applying import PER_MINUTE
from sandbox.oa.approvals import ALL, Approval, Node, NodeType
from sandbox.oa.rights import require_listed
from sandbox.platform.endpoint import Call

LONGEST_SPAN = 31 * 86400
MOST = 100
LEAVE_RECORD = 1
SIBLINGS = ("tips", "members", "departments", "files", "children", "stat_field", "sum_field", "related_approval")


async def list_numbers(call: Call) -> Json:
    """By the time of applying, oldest first; new_next_cursor is absent at the end. 301112 for a longer span."""
    require_listed(call, "approval", per_minute=PER_MINUTE)
    body = call.body
    start, end, size = int(body["starttime"]), int(body["endtime"]), int(body.get("size") or MOST)
    if not 0 <= end - start <= LONGEST_SPAN:
        raise ApiError(301112)
    cursor = str(body.get("new_cursor") or "0")
    if not 1 <= size <= MOST or not cursor.isdigit():
        raise ApiError(40058, "size or new_cursor")
    filters = body.get("filters") or []
    found = [
        approval.sp_no
        for approval in call.world.office.approvals.values()
        if start <= approval.applied <= end and all(_passes(call, approval, one) for one in filters)
    ]
    first, last = int(cursor), int(cursor) + size
    page: Json = {"sp_no_list": found[first:last]}
    return page | ({"new_next_cursor": str(last)} if last < len(found) else {})


def _passes(call: Call, approval: Approval, wanted: Json) -> bool:
    values = {
        "template_id": approval.template_id,
        "creator": approval.applicant,
        "department": str(approval.party),
        "sp_status": str(int(approval.status)),
        "record_type": str(LEAVE_RECORD) if approval.template_id == "TPL_LEAVE" else "",
    }
    if wanted["key"] not in values:
        raise ApiError(40058, "filters.key")
    return values[wanted["key"]] == str(wanted["value"])


async def get_detail(call: Call) -> Json:
    """301026 for a number that does not exist."""
    require_listed(call, "approval", per_minute=PER_MINUTE)
    approval = call.world.office.approvals.get(str(call.body.get("sp_no") or ""))
    if approval is None:
        raise ApiError(301026)
    return {
        "info": {
            "sp_no": approval.sp_no,
            "sp_name": approval.name,
            "sp_status": int(approval.status),
            "template_id": approval.template_id,
            "apply_time": approval.applied,
            "applyer": {"userid": approval.applicant, "partyid": str(approval.party)},
            "sp_record": [_record(node) for node in approval.nodes if node.type is not NodeType.COPY],
            "notifyer": [{"userid": userid} for userid in approval.notified],
            "apply_data": {"contents": [_content(content) for content in approval.contents]},
            "comments": list(approval.comments),
            "process_list": {"node_list": [_node(node) for node in approval.nodes]},
        }
    }


def _record(node: Node) -> Json:
    details = [
        {
            "approver": {"userid": person.userid},
            "speech": person.speech,
            "sp_status": int(person.status),
            "sptime": person.time,
            "media_id": [],
        }
        for person in node.people
    ]
    return {"sp_status": int(node.status), "approverattr": 2 if node.relation == ALL else 1, "details": details}


def _node(node: Node) -> Json:
    people = [
        {
            "userid": person.userid,
            "speech": person.speech,
            "sp_yj": int(person.status),
            "sptime": person.time,
            "media_ids": [],
        }
        for person in node.people
    ]
    shown = {"node_type": int(node.type), "sp_status": int(node.status), "apv_rel": node.relation}
    return shown | {"sub_node_list": people}


def _content(content: Json) -> Json:
    """As submitted, beside the empty keys of all other kinds."""
    empty: Json = {name: [] for name in SIBLINGS}
    return content | {"title": [], "value": empty | content["value"]}
