"""What the app has sent: messages that can be recalled, response codes that can be used once, contents that repeat."""

from dataclasses import dataclass, field

from sandbox.cardbook import Reader
from sandbox.errors import ApiError

CODE_LIFETIME = 72 * 3600.0


@dataclass(frozen=True, slots=True)
class SentMessage:
    """`entries` are the journal's numbers by recipient; `sent` in seconds of the company's clock."""

    msgid: str
    sent: float
    entries: dict[Reader, int]


@dataclass(slots=True)
class ResponseCode:
    """Good for one update of the cards of a message, within 72 h."""

    task_id: str
    expires: float
    used: bool = False


@dataclass(slots=True)
class AppLedger:
    messages: dict[str, SentMessage] = field(default_factory=dict)
    codes: dict[str, ResponseCode] = field(default_factory=dict)
    contents: dict[tuple[str, str], float] = field(default_factory=dict)

    def issue(self, code: str, task_id: str, now: float) -> str:
        self.codes[code] = ResponseCode(task_id, now + CODE_LIFETIME)
        return code

    def usable(self, code: object, now: float) -> ResponseCode:
        """ApiError 40058 when it is unknown, used, or too old."""
        known = self.codes.get(str(code))
        if known is None or known.used or now >= known.expires:
            raise ApiError(40058, "response_code is invalid, used or expired")
        return known

    def repeats(self, userid: str, content: str, now: float, interval: float) -> bool:
        """Whether this receiver got this content less than `interval` seconds ago; remembers it when not."""
        last = self.contents.get((userid, content))
        if last is not None and last <= now < last + interval:
            return True
        self.contents[userid, content] = now
        return False
