"""Faults on demand, over HTTP and on the long connection."""

import time

import pytest
from aiohttp import ClientError, WSMsgType

from sandbox.errors import DoorError
from sandbox.faults import Faults
from tests.sandbox.town import Json, Town

MESSAGE = "/cgi-bin/message"
TEXT: Json = {"text": {"content": "x"}}


async def test_an_errcode_for_some_calls_only(town: Town) -> None:
    await town.post("/sandbox/faults", {"path": MESSAGE, "errcode": -1, "times": 2})
    codes = [(await town.send("lisi", **TEXT))["errcode"] for _ in range(3)]
    assert codes == [-1, -1, 0]
    assert len(await town.log()) == 1
    assert (await town.api("user/get", userid="lisi"))["errcode"] == 0


async def test_an_expired_token_is_really_expired(town: Town) -> None:
    old = await town.token()
    await town.post("/sandbox/faults", {"path": MESSAGE, "errcode": 42001, "times": 1})
    assert (await town.send("lisi", **TEXT))["errcode"] == 42001
    assert await town.token() != old
    assert (await town.get("/cgi-bin/user/get", access_token=old, userid="lisi"))["errcode"] == 42001
    assert (await town.send("lisi", **TEXT))["errcode"] == 0


async def test_http_status_and_delay(town: Town) -> None:
    token = await town.token()
    await town.post("/sandbox/faults", {"path": "/cgi-bin/user", "http": 502, "times": 1})
    async with town.http.get(f"{town.base}/cgi-bin/user/get?access_token={token}&userid=lisi") as response:
        assert response.status == 502
    await town.post("/sandbox/faults", {"path": "/cgi-bin/user", "delay": 0.05})
    begin = time.monotonic()
    assert (await town.api("user/get", userid="lisi"))["errcode"] == 0
    assert time.monotonic() - begin >= 0.05


@pytest.mark.parametrize(("drop", "delivered"), [("request", 0), ("response", 1)])
async def test_a_broken_connection(town: Town, drop: str, delivered: int) -> None:
    await town.post("/sandbox/faults", {"path": MESSAGE, "drop": drop, "times": 1})
    with pytest.raises(ClientError):
        await town.send("lisi", **TEXT)
    assert len(await town.log()) == delivered
    assert (await town.send("lisi", **TEXT))["errcode"] == 0


async def test_faults_on_the_long_connection(town: Town) -> None:
    bot = await town.bot()
    await town.say("lisi", "bot", "x")
    callback = await bot.receive()
    await town.post("/sandbox/faults", {"path": "ws:aibot_respond_msg", "errcode": 45009, "times": 1})
    assert (await bot.stream(callback, "x"))["errcode"] == 45009
    await town.post("/sandbox/faults", {"path": "ws:aibot_respond_msg", "drop": "response", "times": 1})
    frame = {"cmd": "aibot_respond_msg", "headers": callback["headers"]}
    stream = {"msgtype": "stream", "stream": {"id": "s", "finish": True, "content": "x"}}
    await bot.socket.send_json(frame | {"body": stream})
    assert (await bot.socket.receive(timeout=2)).type in (WSMsgType.CLOSED, WSMsgType.ERROR)
    assert len(await town.log()) == 1
    calls = (await town.get("/sandbox/calls", path="ws:aibot_respond_msg"))["calls"]
    assert [call["answer"]["errcode"] for call in calls] == [45009, 0]
    assert not (await town.get("/sandbox/state"))["bot"]["connected"]


async def test_clearing(town: Town) -> None:
    assert await town.post("/sandbox/faults", {"path": MESSAGE, "errcode": -1}) == {"id": 1}
    async with town.http.delete(town.base + "/sandbox/faults") as response:
        assert response.status == 200
    assert (await town.send("lisi", **TEXT))["errcode"] == 0


def test_a_rate_repeats_with_its_seed() -> None:
    runs = []
    for _ in range(2):
        faults = Faults()
        faults.add({"path": "/", "errcode": -1, "rate": 0.5, "seed": 7})
        runs.append([faults.strike("/cgi-bin/x") is not None for _ in range(50)])
    assert runs[0] == runs[1]
    assert 10 < sum(runs[0]) < 40


@pytest.mark.parametrize(
    "wish",
    [
        {},
        {"path": "/"},
        {"path": "/", "drop": "everything"},
        {"path": "/", "errcode": "many"},
        {"path": "/", "errcode": -1, "times": 0},
        {"path": "/", "errcode": -1, "rate": 2},
        {"path": "/", "http": 99},
        {"path": "/", "delay": -1},
        {"path": "/", "delay": float("nan")},
    ],
)
def test_faults_that_make_no_sense(wish: Json) -> None:
    with pytest.raises(DoorError):
        Faults().add(wish)
