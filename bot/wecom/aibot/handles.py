"""All it takes to answer something that was asked, written down with it, so that it can be answered after a restart.

Each mode of the AI bot has its own; one never reads the other's.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import quote, unquote

MARK: Final = "cb"  # keeps those by callback apart from the long connection's, should a company change modes


class Asked(StrEnum):
    """What a handle belongs to: each takes another command as its answer."""

    MESSAGE = "msg"
    ENTER = "enter"
    PRESS = "press"


@dataclass(frozen=True, slots=True)
class Handle:
    """By long connection. `task_id` is the pressed card's, as it went over the wire."""

    asked: Asked
    req_id: str
    task_id: str = ""

    def __str__(self) -> str:
        return f"{self.asked}|{self.task_id}|{self.req_id}"


def handle(text: str | None) -> Handle | None:
    """The handle that was written down; None where there is none, or it is another channel's."""
    parts = (text or "").split("|", 2)
    if len(parts) < 3 or parts[0] not in Asked.__members__.values():
        return None
    return Handle(Asked(parts[0]), req_id=parts[2], task_id=parts[1])


@dataclass(frozen=True, slots=True)
class CallbackHandle:
    """By callback. `response_url` takes one answer within the hour (D-101138); empty where the event had none."""

    asked: Asked
    msg_id: str
    task_id: str = ""
    response_url: str = ""

    def __str__(self) -> str:
        return "|".join((MARK, self.asked, quote(self.msg_id), quote(self.task_id), self.response_url))


def callback_handle(text: str | None) -> CallbackHandle | None:
    """The one that was written down; None where there is none, or it is another channel's."""
    parts = (text or "").split("|", 4)
    if len(parts) < 5 or parts[0] != MARK or parts[1] not in Asked.__members__.values():
        return None
    return CallbackHandle(Asked(parts[1]), unquote(parts[2]), unquote(parts[3]), parts[4])
