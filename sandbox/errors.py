"""What the platform and the control doors answer when they refuse."""

import logging

from sandbox.errcodes import TEXTS
from sandbox.json_types import Json

log = logging.getLogger(__name__)

OK: Json = {"errcode": 0, "errmsg": "ok"}


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
