"""A message out of 会话内容存档, as a consumer of it decrypted it (D-91774): only what was written in a group."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Self

from bot.identifiers import ChatId, UserId

LONGEST: Final = 64 * 1024  # bytes of a line
_DAY_ONE, _DAY_LAST = 1_500_000_000_000, 32_503_680_000_000  # milliseconds: 2017 to 3000


@dataclass(frozen=True, slots=True)
class Archived:
    """`id`: WeCom's msgid. `room`: the archive's roomid."""

    id: str
    author: UserId
    room: ChatId
    text: str
    at: datetime

    @classmethod
    def read(cls, line: bytes) -> Self | None:
        """Of `{"msgid", "action": "send", "from", "roomid", "msgtime" (ms), "msgtype": "text", "text": {"content"}}`.

        None: it is no such line, or of two people alone, which is nobody else's business.
        """
        try:
            raw = json.loads(line) if len(line) <= LONGEST else None
        except (ValueError, RecursionError):
            return None
        if not isinstance(raw, dict) or raw.get("action") != "send" or raw.get("msgtype") != "text":
            return None
        words = raw.get("text")
        found = words.get("content") if isinstance(words, dict) else None
        parts = (raw.get("msgid"), raw.get("from"), raw.get("roomid"), found)
        at = _moment(raw.get("msgtime"))
        if at is None or not all(isinstance(each, str) and each.strip() for each in parts):
            return None
        number, author, room, text = map(str, parts)
        return cls(number, UserId(author), ChatId(room), text.encode("utf-8", "replace").decode(), at)


@dataclass(frozen=True, slots=True)
class Batch:
    """Messages in their order, and the place after the last line; `more`: there are others behind it already."""

    messages: tuple[Archived, ...]
    place: str
    more: bool = False


def _moment(raw: Any) -> datetime | None:
    if not isinstance(raw, int) or isinstance(raw, bool) or not _DAY_ONE < raw < _DAY_LAST:
        return None
    return datetime.fromtimestamp(raw / 1000, UTC)
