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
            assert await answer.json() == {"sent": 2, "text": "二"}
