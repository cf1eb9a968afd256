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


async def test_rooms_of_the_app(town: Town, client: WeChatClient) -> None:
    rooms = client.appchat
    made = await asyncio.to_thread(rooms.create, "drill01", "演练群", "zhangsan", ["zhangsan", "lisi"])
    await asyncio.to_thread(rooms.update, made["chatid"], "演练一群", add_user_list=["wangwu"], del_user_list=["lisi"])
    got = await asyncio.to_thread(rooms.get, "drill01")
    assert (got["name"], got["owner"], got["userlist"]) == ("演练一群", "zhangsan", ["zhangsan", "wangwu"])
    await asyncio.to_thread(rooms.send_text, "drill01", "集合")
    assert (await town.log())[0]["via"] == "appchat"
    with pytest.raises(WeChatClientException) as refused:
        await asyncio.to_thread(rooms.get, "none")
    assert refused.value.errcode == 86003


async def test_directory_is_written(town: Town, client: WeChatClient) -> None:
    own = town.world.credentials
    contacts = WeChatClient(own.corp_id, own.contacts_secret)
    contacts._http.mount(OFFICIAL, Redirect(town.base))
    made = await asyncio.to_thread(contacts.department.create, "一车间", 5)
    await asyncio.to_thread(contacts.user.create, "eve", "伊芙", department=[made["id"]], mobile="13900000001")
    await asyncio.to_thread(contacts.user.update, "eve", name="伊娃")
    assert (await asyncio.to_thread(client.user.get, "eve"))["name"] == "伊娃"
    tag = (await asyncio.to_thread(client.tag.create, "消防队"))["tagid"]
    await asyncio.to_thread(client.tag.add_users, tag, user_ids=["eve", "lisi"])
    users = (await asyncio.to_thread(client.tag.get_users, tag))["userlist"]
    assert [user["userid"] for user in users] == ["eve", "lisi"]
    await asyncio.to_thread(contacts.user.batch_delete, ["eve"])
    await asyncio.to_thread(contacts.department.delete, made["id"])
    contacts._http.close()


async def test_office(town: Town, client: WeChatClient) -> None:
    template = await asyncio.to_thread(client.oa.get_template_detail, "TPL_GENERAL")
    first = template["template_content"]["controls"][0]["property"]
    contents = [{"control": first["control"], "id": first["id"], "value": {"text": "领用安全帽"}}]
    summary = [{"summary_info": [{"text": "领用", "lang": "zh_CN"}]}]
    form = ("zhangsan", "TPL_GENERAL", 1, [], {"contents": contents}, summary)
    sp_no = (await asyncio.to_thread(client.oa.apply_event, *form))["sp_no"]
    detail = await asyncio.to_thread(client.oa.get_approval_detail, sp_no)
    assert detail["info"]["applyer"]["userid"] == "zhangsan"
    now = int(town.world.clock.seconds())
    await town.post("/sandbox/checkin", {"userid": "lisi"})
    punches = await asyncio.to_thread(client.oa.get_checkin_data, 3, now - 60, now + 60, ["lisi"])
    assert len(punches["checkindata"]) == 1


async def test_pages_and_customer_groups(town: Town, client: WeChatClient) -> None:
    code = (await town.post("/sandbox/oauth", {"userid": "lisi"}))["code"]
    assert (await asyncio.to_thread(client.oauth.get_user_info, code))["UserId"] == "lisi"
    assert await asyncio.to_thread(client.jsapi.get_jsapi_ticket)
    groups = (await asyncio.to_thread(client.external_contact_group_chat.list))["group_chat_list"]
    got = await asyncio.to_thread(client.external_contact_group_chat.get, groups[0]["chat_id"])
    assert got["group_chat"]["owner"] == "fengxiao"
