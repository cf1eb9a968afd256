"""Everything this WeCom is made of, in one place. Parts are plain state; modules named for features act on them."""

import asyncio
import secrets
import time
import weakref

from aiohttp import ClientSession, DummyCookieJar, TCPConnector, web

from sandbox.aibot.line import BotLine, Sealed
from sandbox.app_callback.address import AppChannel
from sandbox.appchats import AppChats
from sandbox.calls import Calls
from sandbox.cardbook import CardBook
from sandbox.clock import Clock
from sandbox.company import Company
from sandbox.credentials import Credentials, derive
from sandbox.customers import CustomerGroups
from sandbox.directory import Directory
from sandbox.faults import Faults
from sandbox.followers import Followers
from sandbox.journal import Journal
from sandbox.limits import Limits
from sandbox.media import MediaStore
from sandbox.oa.book import OfficeBook
from sandbox.oauth import Grants
from sandbox.platform.ledger import AppLedger
from sandbox.platform.tokens import TokenStore
from sandbox.settings import Settings
from sandbox.tasks import Tasks
from sandbox.visible import VisibleRange


class World:
    """One corp, its self-built app and its AI bot. `api_base` is its own address without `/cgi-bin`."""

    def __init__(
        self,
        company: Company,
        *,
        host: str = "127.0.0.1",
        port: int = 8801,
        settings: Settings | None = None,
        credentials: Credentials | None = None,
    ) -> None:
        self.company = company
        self.host = host
        self.port = port
        self.settings = settings or Settings()
        self.credentials = credentials or derive(company, port)
        self.clock = Clock(company.now)
        self.journal = Journal(self.clock)
        self.directory = Directory(company)
        self.tokens = TokenStore(self.clock)
        self.tickets = TokenStore(self.clock)
        self.grants = Grants()
        self.customers = CustomerGroups()
        self.office = OfficeBook()
        self.limits = Limits()
        self.cards = CardBook()
        self.ledger = AppLedger()
        self.media = MediaStore(self.clock)
        self.app = AppChannel()
        self.contacts = AppChannel()
        self.bot = BotLine(rooms=dict(self.credentials.chat_ids))
        self.appchats = AppChats({chat_id: room_id for room_id, chat_id in self.credentials.appchats.items()})
        self.visible = VisibleRange(self.directory, self.settings)
        self.calls = Calls()
        self.faults = Faults()
        self.followers = Followers()
        self.tasks = Tasks()
        self.pictures: dict[str, Sealed] = {}
        self.sockets: weakref.WeakSet[web.WebSocketResponse] = weakref.WeakSet()
        self.travelling = asyncio.Lock()
        self._http: ClientSession | None = None
        self._last_id = 0

    @property
    def api_base(self) -> str:
        return f"http://{self.host}:{self.port}"

    @property
    def ws_url(self) -> str:
        return f"ws://{self.host}:{self.port}/ws"

    @property
    def http(self) -> ClientSession:
        """The session for callbacks; opened with the first one, closed by `stop`.

        Without a limit of connections: waiting for one would count against the receiver's five seconds.
        """
        if self._http is None:
            self._http = ClientSession(connector=TCPConnector(limit=0), cookie_jar=DummyCookieJar())
        return self._http

    async def stop(self) -> None:
        self.journal.close()
        await self.tasks.stop()
        await asyncio.gather(*(socket.close(code=1001) for socket in list(self.sockets)))
        if self._http is not None:
            await self._http.close()

    def next_id(self) -> int:
        """An int64 that grows and is not met again after a restart: messages are told apart by it."""
        self._last_id = max(self._last_id + 1, time.time_ns())
        return self._last_id

    @staticmethod
    def code() -> str:
        """A random name for things that are handed out: request ids, response codes."""
        return secrets.token_hex(16)
