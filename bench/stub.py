"""The least of WeCom's API that the bot can live on, so that its cost is small. `python -m bench.stub PORT`.

Everything is accepted. `/bench/sent` tells how many messages came, and the text of the last.
"""

import sys
from typing import Any

import uvloop
from aiohttp import web

OK = {"errcode": 0, "errmsg": "ok"}


class Stub:
    def __init__(self) -> None:
        self._sent = 0
        self._last: dict[str, Any] = {}

    def application(self) -> web.Application:
        app = web.Application()
        app.add_routes(
            [
                web.get("/bench/sent", self._tell),
                web.get("/cgi-bin/gettoken", self._token),
                web.post("/cgi-bin/message/send", self._send),
                web.get("/cgi-bin/department/list", self._departments),
                web.get("/cgi-bin/user/list", self._people),
                web.get("/cgi-bin/{rest:.*}", self._anything),
                web.post("/cgi-bin/{rest:.*}", self._anything),
            ]
        )
        return app

    async def _tell(self, _: web.Request) -> web.Response:
        text = self._last.get("text", {}).get("content", "")
        return web.json_response({"sent": self._sent, "text": text})

    async def _token(self, _: web.Request) -> web.Response:
        return web.json_response({**OK, "access_token": "stub", "expires_in": 7200})

    async def _send(self, request: web.Request) -> web.Response:
        self._last = await request.json()
        self._sent += 1
        return web.json_response({**OK, "msgid": str(self._sent)})

    async def _departments(self, _: web.Request) -> web.Response:
        return web.json_response({**OK, "department": [{"id": 1, "name": "公司", "parentid": 0, "order": 1}]})

    async def _people(self, _: web.Request) -> web.Response:
        return web.json_response({**OK, "userlist": []})

    async def _anything(self, _: web.Request) -> web.Response:
        return web.json_response(OK)


if __name__ == "__main__":
    web.run_app(
        Stub().application(),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        access_log=None,
        print=None,
        loop=uvloop.new_event_loop(),
    )
