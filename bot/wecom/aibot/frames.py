"""The frames of the long connection (D-101463): JSON. Callbacks have a `cmd`; acks have none and echo the req_id."""

import secrets
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from bot.wecom.api.errcodes import errcode_in

SUBSCRIBE: Final = "aibot_subscribe"
PING: Final = "ping"
RESPOND: Final = "aibot_respond_msg"
WELCOME: Final = "aibot_respond_welcome_msg"
UPDATE: Final = "aibot_respond_update_msg"
PUSH: Final = "aibot_send_msg"
UPLOAD_INIT: Final = "aibot_upload_media_init"
UPLOAD_CHUNK: Final = "aibot_upload_media_chunk"
UPLOAD_FINISH: Final = "aibot_upload_media_finish"
MESSAGE: Final = "aibot_msg_callback"
EVENT: Final = "aibot_event_callback"

Body = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Frame:
    """What came in. `errcode` stands in acks only."""

    req_id: str
    cmd: str = ""
    body: Body = field(default_factory=dict)
    errcode: int = 0
    errmsg: str = ""

    @property
    def is_ack(self) -> bool:
        return not self.cmd

    @property
    def event(self) -> str:
        """An event's type, such as `enter_chat`; empty for messages."""
        event = self.body.get("event")
        kind = event.get("eventtype") if isinstance(event, dict) else ""
        return kind if isinstance(kind, str) else ""


def parse(text: str) -> Frame | None:
    """None for what is no frame."""
    try:
        raw = msgspec.json.decode(text)
    except (ValueError, RecursionError):  # no JSON, or nested without end
        return None
    headers = raw.get("headers") if isinstance(raw, dict) else None
    if not isinstance(headers, dict):
        return None
    body, errcode = raw.get("body"), errcode_in(raw) if "errcode" in raw else 0
    return Frame(
        req_id=str(headers.get("req_id", "")),
        cmd=str(raw.get("cmd") or ""),
        body=body if isinstance(body, dict) else {},
        errcode=-1 if errcode is None else errcode,
        errmsg=str(raw.get("errmsg", "")),
    )


def render(cmd: str, req_id: str, body: Body | None) -> str:
    frame: Body = {"cmd": cmd, "headers": {"req_id": req_id}}
    return msgspec.json.encode(frame if body is None else frame | {"body": body}).decode()


def new_req_id(cmd: str) -> str:
    """For frames of ours that answer nothing; clients conventionally begin it with the command."""
    return f"{cmd}_{secrets.token_hex(12)}"
