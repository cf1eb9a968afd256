"""webhook/send: the key is all it takes, twenty a minute (D-99110)."""

import base64
import hashlib
from typing import Any

import pytest

from tests.sandbox.test_messages import BUTTONS, NOTICE
from tests.sandbox.town import Town

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
IMAGE = {"base64": base64.b64encode(PNG).decode(), "md5": hashlib.md5(PNG, usedforsecurity=False).hexdigest()}


async def _hook(town: Town, message: dict[str, Any], room: str = "projecta") -> int:
    key = town.world.credentials.webhooks.get(room, "none")
    return (await town.post(f"/cgi-bin/webhook/send?key={key}", message))["errcode"]


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (
            {"msgtype": "text", "text": {"content": "演练", "mentioned_list": ["lisi", "@all"]}},
            "演练 @李四 @所有人",
        ),
        (
            {"msgtype": "text", "text": {"content": "演练", "mentioned_mobile_list": ["13800000007", "@all", "1"]}},
            "演练 @李四 @所有人 @1",
        ),
        ({"msgtype": "markdown", "markdown": {"content": "## 演练\n<@lisi>"}}, "## 演练\n@李四"),
        ({"msgtype": "markdown_v2", "markdown_v2": {"content": "# 演练 <@lisi>"}}, "# 演练 <@lisi>"),
        ({"msgtype": "image", "image": IMAGE}, "[图片]"),
        ({"msgtype": "news", "news": {"articles": [{"title": "新闻", "url": "https://a.cn"}]}}, "新闻\nhttps://a.cn"),
        ({"msgtype": "template_card", "template_card": NOTICE}, "安全提醒\n戴好安全帽"),
    ],
)
async def test_types(town: Town, message: dict[str, Any], text: str) -> None:
    assert await _hook(town, message) == 0
    (entry,) = await town.log()
    assert (entry["via"], entry["to"], entry["text"]) == ("webhook", {"group": "projecta"}, text)


@pytest.mark.parametrize(
    ("message", "errcode"),
    [
        ({"msgtype": "text", "text": {"content": ""}}, 44004),
        ({"msgtype": "markdown", "markdown": {"content": "长" * 1366}}, 45002),
        ({"msgtype": "image", "image": IMAGE | {"md5": "0"}}, 40058),
        ({"msgtype": "image", "image": {"base64": "", "md5": ""}}, 93017),
        ({"msgtype": "template_card", "template_card": BUTTONS}, 40058),
        ({"msgtype": "textcard", "textcard": {}}, 40008),
    ],
)
async def test_contents_that_are_refused(town: Town, message: dict[str, Any], errcode: int) -> None:
    assert await _hook(town, message) == errcode


async def test_customer_groups_have_no_key(town: Town) -> None:
    assert await _hook(town, {"msgtype": "text", "text": {"content": "x"}}, "marketinga") == 93000


async def test_twenty_a_minute(town: Town) -> None:
    message = {"msgtype": "text", "text": {"content": "x"}}
    assert [await _hook(town, message) for _ in range(21)] == [0] * 20 + [45009]
    assert await _hook(town, message, "projectb") == 0


async def test_pictures_can_be_looked_at(town: Town) -> None:
    await _hook(town, {"msgtype": "image", "image": IMAGE})
    url = (await town.feed("sent"))[0]["url"]
    async with town.http.get(town.base + url) as response:
        assert (response.content_type, await response.read()) == ("image/png", PNG)
