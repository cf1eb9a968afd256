"""wechatpy's methods, awaited, against the sandbox."""

import pytest

from bot.shapes.outgoing import Verdict
from bot.wecom.api.rest import CallError
from bot.wecom.api.wechatpy_client import wechatpy_client

from .sandboxed import sandboxed


async def test_its_methods_are_awaited_and_our_errors_are_raised() -> None:
    async with sandboxed() as sandbox, sandbox.rest() as rest:
        client = wechatpy_client(rest, "app")
        assert (await client.user.get("zhangsan"))["name"] == "张三"
        assert (await client.agent.get(1000017))["agentid"] == 1000017
        await client.message.send_text(1000017, ["zhangsan"], "你好")
        with pytest.raises(CallError, match="60111") as caught:
            await client.user.get("nobody")
        assert caught.value.outcome.verdict is Verdict.REFUSED
        [entry] = await sandbox.log()
        assert (entry["to"], entry["text"]) == ({"user": "zhangsan"}, "你好")
        assert [call["path"] for call in sandbox.world.calls.under("/cgi-bin/gettoken")] == ["/cgi-bin/gettoken"]


async def test_a_method_that_looks_into_the_answer_is_awaited_too() -> None:
    async with sandboxed() as sandbox, sandbox.rest() as rest:
        client = wechatpy_client(rest, "app")
        assert [agent["agentid"] for agent in await client.agent.list()] == [1000017]


async def test_what_it_must_not_do() -> None:
    async with sandboxed() as sandbox, sandbox.rest() as rest:
        client = wechatpy_client(rest, "app")
        with pytest.raises(AttributeError):
            _ = client.access_token
        with pytest.raises(NotImplementedError):
            await client.media.upload("image", b"12345")
