"""sys_approval_change (D-91815): every step of every form, in the order of the steps."""

from sandbox.app_callback.deliver import deliver
from sandbox.json_types import Json
from sandbox.oa.approvals import ALL, Approval, Change, Node, NodeType
from sandbox.world import World

APPROVAL_AGENT = 3010040


def tell(world: World, approval: Approval, change: Change) -> None:
    """If the console's switch 审批状态通知事件 is on. FromUserName is `sys`, the agent is WeCom's own app."""
    if not world.settings.report_approvals:
        return
    message: Json = {
        "ToUserName": world.credentials.corp_id,
        "FromUserName": "sys",
        "CreateTime": int(world.clock.seconds()),
        "MsgType": "event",
        "Event": "sys_approval_change",
        "AgentID": APPROVAL_AGENT,
        "ApprovalInfo": _info(approval, change),
    }
    deliver(world, "sys", message, msgid=f"event-{world.next_id()}")


def _info(approval: Approval, change: Change) -> Json:
    return {
        "SpNo": int(approval.sp_no),
        "SpNoStr": approval.sp_no,
        "SpName": approval.name,
        "SpStatus": int(approval.status),
        "TemplateId": approval.template_id,
        "ApplyTime": approval.applied,
        "Applyer": {"UserId": approval.applicant, "Party": str(approval.party)},
        "SpRecord": [_record(node) for node in approval.nodes if node.type is not NodeType.COPY],
        "Notifyer": [{"UserId": userid} for userid in approval.notified],
        "Comments": [_comment(comment) for comment in approval.comments],
        "StatuChangeEvent": int(change),
    }


def _record(node: Node) -> Json:
    details = [
        {
            "Approver": {"UserId": person.userid},
            "Speech": person.speech,
            "SpStatus": int(person.status),
            "SpTime": person.time,
        }
        for person in node.people
    ]
    return {"SpStatus": int(node.status), "ApproverAttr": 2 if node.relation == ALL else 1, "Details": details}


def _comment(comment: Json) -> Json:
    return {
        "CommentUserInfo": {"UserId": comment["commentUserInfo"]["userid"]},
        "CommentTime": comment["commenttime"],
        "CommentContent": comment["commentcontent"],
        "CommentId": comment["commentid"],
    }
