"""oa/gettemplatedetail and oa/applyevent (D-91982, D-91853). Nobody can approve by API: people do it in the client."""

from sandbox.company import Person
from sandbox.errors import ApiError
from sandbox.json_types import Json
from sandbox.oa.approvals import ALL, ANY, IN_ORDER, Approval, Change, Decider, Form, Node, NodeType
from sandbox.oa.events import tell
from sandbox.oa.rights import member, require_listed
from sandbox.oa.templates import TEMPLATES, Template, check_contents
from sandbox.oa.vacations import take_off
from sandbox.platform.endpoint import Call

PER_MINUTE = 600
MOST_SUMMARIES = 3
LONGEST_SUMMARY = 20


async def get_template(call: Call) -> Json:
    require_listed(call, "approval", per_minute=PER_MINUTE)
    return _template(call).as_json()


async def apply(call: Call) -> Json:
    """The form runs at once; the app is told of it as of every other (sys_approval_change)."""
    require_listed(call, "approval", per_minute=PER_MINUTE)
    applicant, template = member(call, call.body.get("creator_userid")), _template(call)
    contents = (call.body.get("apply_data") or {}).get("contents") or []
    check_contents(template, contents)
    _check_summary(call.body.get("summary_list") or [])
    _check_conflict(call, applicant, contents)
    now = call.world.clock.now()
    approval = Approval(
        sp_no=call.world.office.next_number(now.strftime("%Y%m%d")),
        template_id=template.id,
        name=template.name,
        applicant=applicant.userid,
        party=int(call.body.get("choose_department") or applicant.main_department),
        applied=int(now.timestamp()),
        contents=contents,
        nodes=_nodes(call, applicant),
        notified=[member(call, userid).userid for userid in call.body.get("notifyer") or []],
    )
    approval.settle()
    call.world.office.approvals[approval.sp_no] = approval
    if approval.status is Form.PASSED:  # nobody was to agree to it
        take_off(call.world, approval)
    tell(call.world, approval, Change.SUBMIT)
    return {"sp_no": approval.sp_no}


def _template(call: Call) -> Template:
    template = TEMPLATES.get(str(call.body.get("template_id") or ""))
    if template is None:
        raise ApiError(301025, "template_id")
    return template


def _check_summary(summaries: list[Json]) -> None:
    if len(summaries) > MOST_SUMMARIES:
        raise ApiError(40058, "summary_list")
    for summary in summaries:
        for info in summary["summary_info"]:
            if len(info["text"]) > LONGEST_SUMMARY or info["lang"] not in ("zh_CN", "en"):
                raise ApiError(40058, "summary_list.summary_info")


def leave_range(contents: list[Json]) -> tuple[int, int] | None:
    """Begin and end of the leave that a form is about, in seconds."""
    for content in contents:
        if content["control"] == "Vacation":
            given = content["value"]["vacation"]["attendance"]["date_range"]
            return int(given["new_begin"]), int(given["new_end"])
    return None


def _check_conflict(call: Call, applicant: Person, contents: list[Json]) -> None:
    """301079: this person is away at that time already, or has asked to be."""
    wanted = leave_range(contents)
    standing = [one for one in call.world.office.approvals.values() if one.status in (Form.RUNNING, Form.PASSED)]
    taken = [leave_range(one.contents) for one in standing if one.applicant == applicant.userid]
    if wanted and any(other and wanted[0] <= other[1] and other[0] <= wanted[1] for other in taken):
        raise ApiError(301079)


def _nodes(call: Call, applicant: Person) -> list[Node]:
    """The console's flow (here: the direct leader), or the one that the call brings, in its new or its old form."""
    body = call.body
    if body.get("use_template_approver"):
        return [Node(NodeType.APPROVER, ANY, [Decider(applicant.leader)])] if applicant.leader else []
    if body.get("process"):
        return [_node(call, given) for given in body["process"]["node_list"]]
    relations = {1: ANY, 2: ALL}  # the old numbers are the other way round
    nodes = [
        Node(NodeType.APPROVER, relations[given["attr"]], _people(call, given)) for given in body.get("approver") or []
    ]
    if not nodes:
        raise ApiError(301025, "process or approver")
    return nodes


def _node(call: Call, given: Json) -> Node:
    kind = NodeType(given["type"])
    relation = given.get("apv_rel") or ALL
    if relation not in (ALL, ANY, IN_ORDER) or (kind is NodeType.COPY and "apv_rel" in given and relation == IN_ORDER):
        raise ApiError(301025, "process.node_list.apv_rel")
    return Node(kind, relation, _people(call, given))


def _people(call: Call, given: Json) -> list[Decider]:
    userids = given["userid"] if isinstance(given["userid"], list) else [given["userid"]]
    if not userids:
        raise ApiError(301025, "a node without people")
    return [Decider(member(call, userid).userid) for userid in userids]
