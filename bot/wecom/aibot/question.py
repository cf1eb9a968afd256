"""The handle of something asked by callback: all it takes to answer it, also after a restart."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

from bot.wecom.aibot.frames import Asked

MARK: Final = "cb"  # keeps it apart from the long connection's handles, should a company change modes


@dataclass(frozen=True, slots=True)
class Question:
    """`response_url` takes one answer within the hour (D-101138); empty where the event had none."""

    asked: Asked
    msg_id: str
    task_id: str = ""
    response_url: str = ""

    def __str__(self) -> str:
        return "|".join((MARK, self.asked, quote(self.msg_id), quote(self.task_id), self.response_url))


def question(text: str | None) -> Question | None:
    """The one that was written down; None where there is none, or it is another channel's."""
    parts = (text or "").split("|", 4)
    if len(parts) < 5 or parts[0] != MARK or parts[1] not in Asked.__members__.values():
        return None
    return Question(Asked(parts[1]), unquote(parts[2]), unquote(parts[3]), parts[4])
