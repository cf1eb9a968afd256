"""What the platform and the control doors answer when they refuse.

The texts are those of the official table (D-90313) as far as they are known; clients must look at the number only.
"""

import logging

from sandbox.json_types import Json

log = logging.getLogger(__name__)

OK: Json = {"errcode": 0, "errmsg": "ok"}

TEXTS = {
    -1: "system busy",
    6000: "data version conflict",
    40001: "invalid credential, secret is wrong",
    40003: "invalid userid",
    40004: "invalid media type",
    40005: "invalid file type",
    40007: "invalid media_id",
    40008: "invalid message type",
    40009: "invalid image size",
    40013: "invalid corpid",
    40014: "invalid access_token",
    40029: "invalid code",
    40032: "invalid userid list size",
    40050: "chatid does not exist",
    40056: "invalid agentid",
    40058: "invalid Request Parameter",
    40063: "some parameters are empty",
    40068: "invalid tagid",
    40070: "all tag members are invalid",
    40071: "tag name exists",
    40072: "tag name too long",
    41001: "access_token missing",
    41002: "corpid missing",
    41004: "corpsecret missing",
    41005: "media data missing",
    41006: "media_id missing",
    41009: "userid missing",
    41011: "agentid missing",
    42001: "access_token expired",
    42014: "invalid or duplicate task_id",
    43012: "callback url is required for interactive template card",
    44001: "empty media data",
    44004: "empty content",
    45001: "media size out of limit",
    45002: "content size out of limit",
    45008: "article size out of limit",
    45009: "api freq out of limit",
    46004: "user not exist",
    48002: "api forbidden",
    48009: "api forbidden for contacts secret from this ip",
    60001: "department name length out of limit",
    60002: "department too deep",
    60003: "department not found",
    60005: "department is not empty",
    60006: "department has children",
    60007: "the root department cannot be deleted",
    60008: "department exists",
    60009: "department name has illegal characters",
    60010: "department is below itself",
    60011: "no privilege to access/modify contact/party/agent",
    60020: "not allow to access from your ip",
    60102: "userid exists",
    60104: "mobile exists",
    60106: "email exists",
    60110: "too many departments",
    60111: "userid not found",
    60112: "invalid name",
    60123: "invalid party id",
    60124: "invalid parent id",
    60132: "is_leader_in_dept and department differ in length",
    81011: "no privilege over this tag",
    81013: "user & party & tag all invalid",
    82001: "all recipients are empty",
    82002: "too many parties",
    82003: "too many tags",
    93000: "invalid webhook url",
    93006: "invalid chatid",
    93008: "robot is not in the group",
    93017: "empty content",
    93018: "image size out of limit",
    84014: "user_ticket expired",
    84015: "invalid user_ticket",
    86001: "invalid chatid",
    86003: "chatid not exist",
    86004: "invalid chat name",
    86005: "invalid chat owner",
    86006: "chat member count out of limit",
    86008: "chat not created by this agent",
    86201: "chatid missing",
    86203: "owner missing",
    86204: "userlist missing",
    86205: "chatid too long",
    86207: "owner not in userlist",
    86215: "chatid already exists",
    86216: "invalid member",
    86220: "invalid chat parameter",
    301002: "no permission for this app",
    301021: "invalid userid",
    301023: "invalid userid list",
    301024: "time span out of limit",
    301025: "invalid approval parameter or template",
    301026: "approval not found",
    301049: "emergency calls are not linked to this app",
    301050: "emergency calls are off",
    301051: "emergency calls: no balance",
    301055: "no approval permission, or applicant out of range",
    301062: "invalid vacation_id",
    301064: "invalid leftduration or time_attr",
    301065: "journal: time range too wide",
    301066: "journal: record not found",
    301067: "journal: template not found",
    301079: "attendance time conflict",
    301112: "time range too wide",
    846605: "invalid req_id",
    846608: "stream message expired",
    853000: "invalid bot_id or secret",
}


class ApiError(Exception):
    """The platform refuses a call: `errcode`, and what the hint of errmsg says beyond the table's text."""

    def __init__(self, errcode: int, detail: str = "") -> None:
        text = TEXTS.get(errcode, "error")
        self.errcode = errcode
        self.errmsg = f"{text}: {detail}" if detail else text
        super().__init__(f"{errcode} {self.errmsg}")

    def answer(self) -> Json:
        """The body of the HTTP answer; the hint's tail looks like the real one so that nobody parses errmsg."""
        tail = f"more info at https://open.work.weixin.qq.com/devtool/query?e={self.errcode}"
        return {
            "errcode": self.errcode,
            "errmsg": f"{self.errmsg}, hint: [1764050400230612130918001], from ip: 127.0.0.1, {tail}",
        }


WRONG_SHAPE = (AttributeError, KeyError, TypeError, ValueError)
"""What reading a body raises whose parts are of other types than WeCom's pages say."""


def as_api_error(error: Exception) -> ApiError:
    """A refusal as it is; a body of the wrong shape as 40058, with a note for who looks at the sandbox's log."""
    if isinstance(error, ApiError):
        return error
    log.warning("a call of the wrong shape", exc_info=error)
    return ApiError(40058, "a parameter has the wrong type")


class DoorError(Exception):
    """A control door refuses: HTTP `status` (400 or 404) and one English sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        self.status = status
        self.sentence = sentence
        super().__init__(sentence)


def bad(sentence: str) -> DoorError:
    """The request makes no sense (400)."""
    return DoorError(400, sentence)


def absent(sentence: str) -> DoorError:
    """What the request names does not exist (404)."""
    return DoorError(404, sentence)
