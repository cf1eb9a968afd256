"""wechatpy's own client, written by others years ago, at work against the sandbox: only its address is changed."""

import asyncio
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from wechatpy.exceptions import WeChatClientException
from wechatpy.work import WeChatClient

from tests.sandbox.test_messages import BUTTONS
from tests.sandbox.test_webhook import PNG
from tests.sandbox.town import Town

OFFICIAL = "https://qyapi.weixin.qq.com"


class Redirect(HTTPAdapter):
    """Sends what goes to WeCom's own host to the sandbox: the address of gettoken cannot be set otherwise."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        assert request.url is not None
        request.url = request.url.replace(OFFICIAL, self._base, 1)
        return super().send(request, *args, **kwargs)


@pytest.fixture
def client(town: Town) -> Iterator[WeChatClient]:
    own = town.world.credentials
    client = WeChatClient(own.corp_id, own.app_secret)
    client._http.mount(OFFICIAL, Redirect(town.base))
    yield client
    client._http.close()


async def test_directory(town: Town, client: WeChatClient) -> None:
    assert len(await asyncio.to_thread(client.department.list)) == 10
    assert (await asyncio.to_thread(client.user.get, "lisi"))["name"] == "李四"
    production = await asyncio.to_thread(client.user.list, 5)
    assert "wangqiang" in {user["userid"] for user in production}
    assert len(await asyncio.to_thread(client.tag.list)) > 5
    assert (await asyncio.to_thread(client.agent.get, town.world.credentials.agent_id))["close"] == 0
    with pytest.raises(WeChatClientException) as refused:
        await asyncio.to_thread(client.user.get, "nobody")
    assert refused.value.errcode == 60111


async def test_messages(town: Town, client: WeChatClient) -> None:
    agent = town.world.credentials.agent_id
    await asyncio.to_thread(client.message.send_text, agent, ["lisi", "zhangsan"], "你好")
    await asyncio.to_thread(client.message.send_markdown, agent, "lisi", "**好**")
    await town.listen()
    card = {"msgtype": "template_card", "template_card": BUTTONS}
    sent = await asyncio.to_thread(client.message.send, agent, user_ids="lisi", msg=card)
    assert sent["response_code"]
    assert [entry["text"] for entry in await town.log()] == ["你好", "你好", "**好**", "请假"]


async def test_media(town: Town, client: WeChatClient) -> None:
    picture = BytesIO(PNG)
    picture.name = "p.png"
    uploaded = await asyncio.to_thread(client.media.upload, "image", picture)
    agent = town.world.credentials.agent_id
    await asyncio.to_thread(client.message.send_image, agent, "lisi", uploaded["media_id"])
    assert (await town.log())[0]["text"] == "[图片] p.png"


async def test_an_expired_token_is_fetched_anew(town: Town, client: WeChatClient) -> None:
    await asyncio.to_thread(client.user.get, "lisi")
    await town.post("/sandbox/faults", {"path": "/cgi-bin/user", "errcode": 42001, "times": 1})
    assert (await asyncio.to_thread(client.user.get, "lisi"))["name"] == "李四"
