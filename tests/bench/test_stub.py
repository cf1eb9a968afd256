"""The stub takes what the bot sends, and says so."""

from aiohttp.test_utils import TestClient, TestServer

from bench.stub import Stub


async def test_it_counts_messages_and_keeps_the_last() -> None:
    async with TestClient(TestServer(Stub().application())) as client:
        for words in ("一", "二"):
            async with client.post("/cgi-bin/message/send", json={"text": {"content": words}}) as answer:
                assert (await answer.json())["errcode"] == 0
        async with client.get("/cgi-bin/gettoken") as answer:
            assert (await answer.json())["access_token"]
        async with client.get("/bench/sent") as answer:
            assert await answer.json() == {"sent": 2, "dropped": 0, "text": "二"}


async def test_it_tells_when_each_came_and_to_whom() -> None:
    async with TestClient(TestServer(Stub(3).application())) as client:
        for reader in ("u000001", "u000002|u000003"):
            async with client.post("/cgi-bin/message/send", json={"touser": reader, "text": {}}):
                pass
        async with client.get("/bench/calls?after=1") as answer:
            [[at, to]] = await answer.json()
        assert (at > 0, to) == (True, "u000002|u000003")
        async with client.get("/cgi-bin/user/list") as answer:
            assert [each["userid"] for each in (await answer.json())["userlist"]] == ["u000000", "u000001", "u000002"]


async def test_it_drops_what_comes_again_and_asked_for_that() -> None:
    async with TestClient(TestServer(Stub().application())) as client:
        for body in ({"touser": "a"}, {"touser": "a"}, {"touser": "b"}):
            for _ in range(2):
                checked = {**body, "text": {}, "enable_duplicate_check": int(body["touser"] == "b")}
                async with client.post("/cgi-bin/message/send", json=checked):
                    pass
        async with client.get("/bench/sent") as answer:
            assert {**await answer.json(), "text": ""} == {"sent": 5, "dropped": 1, "text": ""}
