"""The state of the AI bot: where it listens, what may still be answered, whom it may push to."""

import asyncio
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum

from aiohttp import web

from sandbox.app_callback.address import Address
from sandbox.cardbook import Reader
from sandbox.json_types import Json, dump

KEPT = 50_000


@dataclass(frozen=True, slots=True)
class Conversation:
    """A private chat or a room, as the bot knows it: `chat_id` is a userid or the bot's own id of the room."""

    chat_id: str
    reader: Reader

    @property
    def chat_type(self) -> str:
        return "group" if self.reader.group else "single"


@dataclass(frozen=True, slots=True)
class Sealed:
    """An encrypted picture. `expires` in seconds of the company's clock."""

    data: bytes
    expires: float


class Connection:
    """One socket that has subscribed or may do so."""

    def __init__(self, socket: web.WebSocketResponse, transport: asyncio.Transport | None) -> None:
        self._socket = socket
        self._transport = transport

    async def send(self, frame: Json) -> bool:
        """False when the socket is gone."""
        if self._socket.closed:
            return False
        try:
            await self._socket.send_str(dump(frame))
        except ConnectionError:
            return False
        return True

    async def close(self, *, cleanly: bool) -> None:
        if cleanly:
            await self._socket.close()
        else:
            self.break_off()

    def break_off(self) -> None:
        """The socket just ends, without a close frame."""
        if self._transport is not None:
            self._transport.abort()


class Kind(StrEnum):
    """What a callback was; it decides which command may answer it."""

    MESSAGE = "message"
    ENTER_CHAT = "enter_chat"
    CARD = "template_card_event"
    FEEDBACK = "feedback_event"


@dataclass(slots=True)
class Stream:
    """One bubble that is being written. `started` in seconds of the company's clock; `feedback`: the id for thumbs."""

    seq: int
    started: float
    content: str = ""
    finished: bool = False
    feedback: str = ""


@dataclass(slots=True)
class Request:
    """A callback that may be answered. `received` is real time, `sent` the company's clock.

    Over the long connection it is answered under its `req_id`; without a `connection` it went to the callback address.
    """

    req_id: str
    kind: Kind
    conversation: Conversation
    userid: str
    msgid: str
    sent: float
    response_code: str
    connection: Connection | None
    task_id: str = ""
    received: float = field(default_factory=time.monotonic)
    streams: dict[str, Stream] = field(default_factory=dict)
    answered: bool = False
    has_card: bool = False

    @property
    def by_callback(self) -> bool:
        return self.connection is None


@dataclass(slots=True)
class Upload:
    """A file that arrives in pieces. `started` in seconds of the company's clock."""

    kind: str
    filename: str
    total_size: int
    total_chunks: int
    md5: str
    started: float
    chunks: dict[int, bytes] = field(default_factory=dict)


@dataclass(slots=True)
class BotLine:
    """`rooms`: the bot's own ids of the rooms it is in, by room id. `reached`: chat ids whose people have addressed it.

    `opened`: the day a person last opened the chat. `polls` ask, in callback mode, for the next state of a stream.
    """

    live: Connection | None = None
    address: Address | None = None
    requests: dict[str, Request] = field(default_factory=dict)
    response_codes: dict[str, Request] = field(default_factory=dict)
    reached: set[str] = field(default_factory=set)
    opened: dict[str, str] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)
    rooms: dict[str, str] = field(default_factory=dict)
    polls: dict[str, Callable[[], Awaitable[None]]] = field(default_factory=dict)
    _waiting: dict[str, list[Request]] = field(default_factory=dict)

    @property
    def listens(self) -> bool:
        """Somebody hears what people write, by the one way or the other."""
        return self.live is not None or self.address is not None

    def join(self, room_id: str) -> None:
        """Somebody adds the bot to a room; there is no event for it."""
        self.rooms.setdefault(room_id, f"wr{secrets.token_hex(15)}")

    def remember(self, request: Request) -> None:
        """From now on it may be answered; a message counts as in flight. The oldest are forgotten beyond a number."""
        self.requests[request.req_id] = request
        self.response_codes[request.response_code] = request
        for kept in (self.requests, self.response_codes):
            if len(kept) > KEPT:
                del kept[next(iter(kept))]
        if request.kind is Kind.MESSAGE:
            self._waiting.setdefault(request.userid, []).append(request)

    def in_flight(self, userid: str, *, received_after: float, started_after: float) -> int:
        """Messages of a person that wait: no answer yet (real time), or an unfinished stream (company's clock)."""
        asked = self._waiting.get(userid, [])
        waiting = [request for request in asked if _waits(request, received_after, started_after)]
        self._waiting[userid] = waiting
        return len(waiting)


def _waits(request: Request, received_after: float, started_after: float) -> bool:
    if request.streams:
        return any(not stream.finished and stream.started > started_after for stream in request.streams.values())
    return not request.answered and request.received > received_after
