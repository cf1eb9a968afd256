"""message/send: types, receivers, limits, and what is dropped without a word (D-90236)."""

from typing import Any

import pytest

from tests.sandbox.town import Town

NOTICE = {
    "card_type": "text_notice",
    "main_title": {"title": "安全提醒", "desc": "戴好安全帽"},
    "card_action": {"type": 1, "url": "https://example.com"},
}
MINI = {"appid": "a", "title": "通知", "content_item": [{"key": "地点", "value": "二楼"}]}
BUTTONS = {
    "card_type": "button_interaction",
    "task_id": "t1",
    "main_title": {"title": "请假"},
    "button_list": [{"text": "同意", "key": "yes"}, {"text": "驳回", "key": "no"}],
}


async def test_one_entry_per_receiver_and_the_invalid_in_lower_case(town: Town) -> None:
    answer = await town.send("ZhangSan|NoBody|lisi", text={"content": "你好"}, toparty="99|4", totag="x")
    assert (answer["errcode"], answer["invaliduser"], answer["invalidparty"]) == (0, "nobody", "99")
    assert answer["invalidtag"] == "x"
    entries = await town.log()
    assert [entry["to"] for entry in entries] == [{"user": user} for user in ("zhangsan", "lisi", "ouyangjing", "mali")]
    assert {(entry["via"], entry["msgtype"], entry["text"]) for entry in entries} == {("app", "text", "你好")}


@pytest.mark.parametrize(
    ("receivers", "errcode"),
    [
        ({"touser": "nobody"}, 81013),
        ({"touser": ""}, 82001),
        ({"touser": "|".join(f"u{i}" for i in range(1001))}, 40032),
        ({"touser": "", "toparty": "|".join(str(i) for i in range(101))}, 82002),
        ({"touser": "", "totag": "|".join(str(i) for i in range(101))}, 82003),
        ({"touser": "lisi", "agentid": 7}, 40056),
    ],
)
async def test_receivers_that_will_not_do(town: Town, receivers: dict[str, Any], errcode: int) -> None:
    answer = await town.send(**{"text": {"content": "x"}} | receivers)
    assert answer["errcode"] == errcode
    assert await town.log() == []


async def test_everybody(town: Town) -> None:
    await town.send("@all", text={"content": "x"})
    assert len(await town.log()) == 24


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ({"msgtype": "text", "text": {"content": "长" * 1000}}, "长" * 682),
        ({"msgtype": "markdown", "markdown": {"content": "**粗**"}}, "**粗**"),
        (
            {"msgtype": "textcard", "textcard": {"title": "标题", "description": "描述", "url": "https://a.cn"}},
            "标题\n描述\n详情 https://a.cn",
        ),
        ({"msgtype": "news", "news": {"articles": [{"title": "新闻", "url": "https://a.cn"}]}}, "新闻\nhttps://a.cn"),
        (
            {
                "msgtype": "mpnews",
                "mpnews": {"articles": [{"title": "图文", "thumb_media_id": "m", "content": "c", "digest": "摘要"}]},
            },
            "图文\n摘要",
        ),
        (
            {
                "msgtype": "miniprogram_notice",
                "miniprogram_notice": {
                    "appid": "a",
                    "title": "通知",
                    "content_item": [{"key": "地点", "value": "二楼"}],
                },
            },
            "通知\n地点：二楼",
        ),
        ({"msgtype": "template_card", "template_card": NOTICE}, "安全提醒\n戴好安全帽"),
    ],
)
async def test_types(town: Town, message: dict[str, Any], text: str) -> None:
    assert (await town.send("lisi", **message))["errcode"] == 0
    assert [entry["text"] for entry in await town.log()] == [text]


@pytest.mark.parametrize(
    ("message", "errcode"),
    [
        ({"msgtype": "markdown_v2", "markdown_v2": {"content": "x"}}, 40008),
        ({"msgtype": "text", "text": {"content": ""}}, 44004),
        ({"msgtype": "text"}, 40063),
        ({"msgtype": "markdown", "markdown": {"content": "长" * 683}}, 45002),
        ({"msgtype": "textcard", "textcard": {"title": "长" * 129, "description": "d", "url": "u"}}, 45002),
        ({"msgtype": "news", "news": {"articles": [{"title": "t", "url": "u"}] * 9}}, 45008),
        ({"msgtype": "image", "image": {"media_id": "none"}}, 40007),
        ({"msgtype": "file", "file": {}}, 41006),
        ({"msgtype": "template_card", "template_card": BUTTONS}, 43012),
    ],
)
async def test_contents_that_are_refused(town: Town, message: dict[str, Any], errcode: int) -> None:
    assert (await town.send("lisi", **message))["errcode"] == errcode


async def test_more_than_thirty_a_minute_vanish(town: Town) -> None:
    for number in range(32):
        assert (await town.send("lisi", text={"content": str(number)}))["errcode"] == 0
    assert len(await town.log()) == 30
    assert [item["to"] for item in await town.feed("dropped")] == [{"user": "lisi"}] * 2
    calls = (await town.get("/sandbox/calls", path="/cgi-bin/message"))["calls"]
    assert len(calls) == 32
    assert calls[0]["body"]["text"] == {"content": "0"}
    assert calls[0]["answer"]["errcode"] == 0
    await town.post("/sandbox/clock", {"advance": 61})
    await town.send("lisi", text={"content": "again"})
    assert (await town.log())[-1]["text"] == "again"


async def test_the_same_content_is_dropped_inside_the_interval(town: Town) -> None:
    wish = {"text": {"content": "x"}, "enable_duplicate_check": 1, "duplicate_check_interval": 600}
    first = await town.send("lisi", **wish)
    second = await town.send("lisi|zhangsan", **wish)
    assert (first["errcode"], second["errcode"]) == (0, 0)
    assert [entry["to"]["user"] for entry in await town.log()] == ["lisi", "zhangsan"]
    await town.send("lisi", text={"content": "x"})
    await town.post("/sandbox/clock", {"advance": 601})
    await town.send("lisi", **wish)
    assert len(await town.log()) == 4
    assert (await town.send("lisi", **wish | {"duplicate_check_interval": 99999}))["errcode"] == 40058


async def test_a_task_id_is_used_once(town: Town) -> None:
    await town.listen()
    first = await town.send("lisi", msgtype="template_card", template_card=BUTTONS)
    assert first["response_code"]
    assert (await town.send("lisi", msgtype="template_card", template_card=BUTTONS))["errcode"] == 42014
    (entry,) = await town.log()
    assert entry["card"] == {
        "task_id": "t1",
        "title": "请假",
        "desc": "",
        "buttons": [{"key": "yes", "text": "同意"}, {"key": "no", "text": "驳回"}],
        "selects": [],
    }


async def test_a_card_that_many_share_is_told_apart_in_the_log(town: Town) -> None:
    """WeCom knows it by one task_id, and says who pressed; scripts know each recipient's by a name of its own."""
    app = await town.listen()
    sent = await town.send("lisi|zhangsan", msgtype="template_card", template_card=BUTTONS)
    assert [entry["card"]["task_id"] for entry in await town.log()] == ["t1@lisi", "t1@zhangsan"]
    for who, name in (("lisi", "t1@lisi"), ("zhangsan", "t1")):
        await town.press(who, name, "yes")
        await town.settled()
        assert (app.got[-1]["FromUserName"], app.got[-1]["TaskId"]) == (who, "t1")
    assert (await town.refusal("/sandbox/press", {"from": "lisi", "card": "t1@zhangsan", "key": "yes"}))[0] == 404
    await town.api("message/recall", {"msgid": sent["msgid"]})
    assert (await town.refusal("/sandbox/press", {"from": "lisi", "card": "t1@lisi", "key": "yes"}))[0] == 404


async def test_recall_within_a_day(town: Town) -> None:
    msgid = (await town.send("lisi|zhangsan", text={"content": "x"}))["msgid"]
    late = (await town.send("lisi", text={"content": "y"}))["msgid"]
    assert (await town.api("message/recall", {"msgid": msgid}))["errcode"] == 0
    assert [item["recalls"] for item in await town.feed("recalled")] == [1, 2]
    assert (await town.api("message/recall", {"msgid": msgid}))["errcode"] == 40058
    await town.post("/sandbox/clock", {"advance": 86401})
    assert (await town.api("message/recall", {"msgid": late}))["errcode"] == 40058


async def test_a_recalled_card_cannot_be_pressed(town: Town) -> None:
    await town.listen()
    sent = await town.send("lisi", msgtype="template_card", template_card=BUTTONS)
    await town.api("message/recall", {"msgid": sent["msgid"]})
    status, _ = await town.refusal("/sandbox/press", {"from": "lisi", "card": "t1", "key": "yes"})
    assert status == 404


async def test_an_app_has_so_many_person_times_a_day(town: Town) -> None:
    town.world.settings.person_times_per_account = 1
    for _ in range(2):
        assert (await town.send("@all", text={"content": "x"}))["errcode"] == 0
    assert len(await town.log()) == 24
    assert len(await town.feed("dropped")) == 24
    await town.post("/sandbox/clock", {"advance": 86400})
    await town.send("lisi", text={"content": "x"})
    assert len(await town.log()) == 25
