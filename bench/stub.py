"""The least of WeCom's API that the bot can live on, so that its cost is small. `python -m bench.stub PORT [PEOPLE]`.

Everything is accepted; the company has so many people. What comes once more and asks for WeCom's duplicate check is
dropped, as WeCom drops it. `/bench/sent` tells how many messages came, how many were dropped, and the text of the last;
`/bench/calls?after=N` when each came, on the monotonic clock that processes share, and to whom.
"""

import json
import sys
import time
from typing import Any

import uvloop
from aiohttp import web

from bench.people import user

OK = {"errcode": 0, "errmsg": "ok"}


class Stub:
    def __init__(self, people: int = 0) -> None:
        self._people = people
        self._calls: list[tuple[float, str]] = []
        self._last: dict[str, Any] = {}
        self._seen: set[int] = set()
        self._dropped = 0

    def application(self) -> web.Application:
        app = web.Application()
        app.add_routes(
            [
                web.get("/bench/sent", self._tell),
                web.get("/bench/calls", self._list),
                web.get("/cgi-bin/gettoken", self._token),
                web.post("/cgi-bin/message/send", self._send),
                web.get("/cgi-bin/department/list", self._departments),
                web.get("/cgi-bin/user/list", self._directory),
                web.get("/cgi-bin/{rest:.*}", self._anything),
                web.post("/cgi-bin/{rest:.*}", self._anything),
            ]
        )
        return app

    async def _tell(self, _: web.Request) -> web.Response:
        text = self._last.get("text", {}).get("content", "")
        return web.json_response({"sent": len(self._calls), "dropped": self._dropped, "text": text})

    async def _list(self, request: web.Request) -> web.Response:
        return web.json_response(self._calls[int(request.query["after"]) :])

    async def _token(self, _: web.Request) -> web.Response:
        return web.json_response({**OK, "access_token": "stub", "expires_in": 7200})

    async def _send(self, request: web.Request) -> web.Response:
        body = await request.read()
        self._last = json.loads(body)
        if self._last.get("enable_duplicate_check") and hash(body) in self._seen:
            self._dropped += 1
            return web.json_response({**OK, "msgid": str(len(self._calls))})
        self._seen.add(hash(body))
        self._calls.append((time.monotonic(), self._last.get("touser", "")))
        return web.json_response({**OK, "msgid": str(len(self._calls))})

    async def _departments(self, _: web.Request) -> web.Response:
        return web.json_response({**OK, "department": [{"id": 1, "name": "公司", "parentid": 0, "order": 1}]})

    async def _directory(self, _: web.Request) -> web.Response:
        return web.json_response({**OK, "userlist": [_person(number) for number in range(self._people)]})

    async def _anything(self, _: web.Request) -> web.Response:
        return web.json_response(OK)


def _person(number: int) -> dict[str, Any]:
    return {"userid": user(number), "name": f"员工{number}", "department": [1], "main_department": 1, "status": 1}


if __name__ == "__main__":
    web.run_app(
        Stub(*map(int, sys.argv[2:])).application(),
        host="127.0.0.1",
        port=int(sys.argv[1]),
        access_log=None,
        print=None,
        loop=uvloop.new_event_loop(),
    )
