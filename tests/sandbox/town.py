"""A sandbox on a free port, a person's and a bot's view of it, and an app that listens."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

import xmltodict
from aiohttp import ClientSession, ClientWebSocketResponse, web
from aiohttp.test_utils import TestServer
from wechatpy.work.crypto import WeChatCrypto

from sandbox.world import World

Json = dict[str, Any]


class BotClient:
    """A bot on the long connection that knows nothing but frames."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.socket = socket
        self._count = 0

    async def receive(self) -> Json:
        return await self.socket.receive_json(timeout=2)

    async def command(self, cmd: str, body: Json | None = None, req_id: str = "") -> Json:
        """Send one and return its ack; callbacks that come first are lost, so take them before."""
        self._count += 1
        headers = {"req_id": req_id or f"{cmd}_{self._count}"}
        await self.socket.send_json({"cmd": cmd, "headers": headers} | ({"body": body} if body is not None else {}))
        ack = await self.receive()
        assert ack["headers"] == headers
        assert "cmd" not in ack
        return ack

    async def answer(self, callback: Json, body: Json, cmd: str = "aibot_respond_msg") -> Json:
        return await self.command(cmd, body, callback["headers"]["req_id"])

    async def stream(self, callback: Json, content: str, *, finish: bool = True, stream_id: str = "s") -> Json:
        stream = {"id": stream_id, "finish": finish, "content": content}
        return await self.answer(callback, {"msgtype": "stream", "stream": stream})


class App:
    """A callback server as other people build them, on wechatpy's crypto."""

    def __init__(self, town: "Town") -> None:
        own = town.world.credentials
        self.crypto = WeChatCrypto(own.token, own.encoding_aes_key, own.corp_id)
        self.got: list[Json] = []
        self.reply: Callable[[Json], str] = lambda message: ""
        self.statuses: list[int] = []
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        query = request.query
        signed = (query["msg_signature"], query["timestamp"], query["nonce"])
        if request.method == "GET":
            return web.Response(text=self.crypto.check_signature(*signed, query["echostr"]))
        inner = self.crypto.decrypt_message(await request.text(), *signed)
        message = xmltodict.parse(inner)["xml"]
        self.got.append(message)
        if self.statuses:
            return web.Response(status=self.statuses.pop(0))
        reply = self.reply(message)
        sealed = self.crypto.encrypt_message(reply, query["nonce"], query["timestamp"]) if reply else ""
        return web.Response(text=sealed)


class Town:
    """The sandbox from outside."""

    def __init__(self, world: World, http: ClientSession, stack: AsyncExitStack) -> None:
        self.world = world
        self.http = http
        self._stack = stack
        self.base = world.api_base

    async def get(self, path: str, /, **query: str | int) -> Json:
        async with self.http.get(self.base + path, params=query) as response:
            return await response.json()

    async def post(self, path: str, body: Json) -> Json:
        async with self.http.post(self.base + path, json=body) as response:
            return await response.json()

    async def refusal(self, path: str, body: Json) -> tuple[int, str]:
        async with self.http.post(self.base + path, json=body) as response:
            return response.status, (await response.json())["error"]

    async def token(self, owner: str = "app") -> str:
        secrets = {"app": self.world.credentials.app_secret, "contacts": self.world.credentials.contacts_secret}
        corp = self.world.credentials.corp_id
        return (await self.get("/cgi-bin/gettoken", corpid=corp, corpsecret=secrets[owner]))["access_token"]

    async def api(self, path: str, body: Json | None = None, *, owner: str = "app", **query: str | int) -> Json:
        """A /cgi-bin call with a good token; GET without a body."""
        query["access_token"] = await self.token(owner)
        if body is None:
            return await self.get(f"/cgi-bin/{path}", **query)
        joined = "&".join(f"{key}={value}" for key, value in query.items())
        return await self.post(f"/cgi-bin/{path}?{joined}", body)

    async def send(self, touser: str, **message: Any) -> Json:
        """message/send; a text without anything else."""
        body = {"touser": touser, "agentid": self.world.credentials.agent_id, "msgtype": "text"}
        return await self.api("message/send", body | message)

    async def say(self, who: str, to: str, text: str, **more: Any) -> str:
        return (await self.post("/sandbox/say", {"from": who, "to": to, "text": text} | more))["msgid"]

    async def press(self, who: str, card: str, key: str, **more: Any) -> Json:
        return await self.post("/sandbox/press", {"from": who, "card": card, "key": key} | more)

    async def log(self, wait: float = 0) -> list[Json]:
        return (await self.get("/sandbox/log", after=0, wait=str(wait)))["entries"]

    async def texts(self, count: int) -> list[str]:
        """What bots sent, once there are so many entries."""
        for _ in range(200):
            entries = await self.log()
            if len(entries) >= count:
                break
            await asyncio.sleep(0.01)
        return [entry["text"] for entry in entries]

    async def feed(self, kind: str) -> list[Json]:
        items: list[Json] = (await self.get("/sandbox/feed", after=0, kind=kind))["items"]
        return items

    async def bot(self, *, quiet: bool = True) -> BotClient:
        """A subscribed bot. `quiet`: nobody's first message of the day brings an enter_chat."""
        if quiet:
            today = self.world.clock.now().date().isoformat()
            self.world.bot.opened.update(dict.fromkeys(self.world.directory.people, today))
        client = BotClient(await self.http.ws_connect(self.base + "/ws"))
        own = self.world.credentials
        ack = await client.command("aibot_subscribe", {"bot_id": own.bot_id, "secret": own.bot_secret})
        assert ack["errcode"] == 0
        return client

    async def listen(self) -> App:
        """An app whose callback address is saved."""
        app = App(self)
        app.url = await self.serve(app.handle)
        assert await self.post("/sandbox/callback", {"kind": "app", "url": app.url}) == {"verified": True}
        return app

    async def serve(self, handle: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> str:
        """The address of a server that lives as long as the town."""
        server = web.Application()
        server.router.add_route("*", "/cb", handle)
        running = await self._stack.enter_async_context(TestServer(server))
        return str(running.make_url("/cb"))

    async def settled(self) -> None:
        """Deliveries are through."""
        assert await self.world.tasks.drained(2)
