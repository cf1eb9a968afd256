"""What the app is told, and what happens when it does not listen (D-90238)."""

import asyncio
import base64

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.sandbox.test_messages import BUTTONS
from tests.sandbox.test_webhook import PNG
from tests.sandbox.town import Json, Town

VOTE = {
    "card_type": "vote_interaction",
    "task_id": "vote",
    "main_title": {"title": "哪天"},
    "checkbox": {
        "question_key": "day",
        "mode": 1,
        "option_list": [{"id": "a", "text": "一"}, {"id": "b", "text": "二"}],
    },
    "submit_button": {"text": "提交", "key": "submit"},
}


async def test_a_text_arrives_with_the_id_that_say_answered(town: Town) -> None:
    app = await town.listen()
    msgid = await town.say("zhangsan", "app", "你好 ]]> <x>")
    await town.settled()
    (got,) = app.got
    assert (got["FromUserName"], got["Content"], got["MsgId"]) == ("zhangsan", "你好 ]]> <x>", msgid)
    assert got["ToUserName"] == town.world.credentials.corp_id
    assert got["AgentID"] == str(town.world.credentials.agent_id)
    assert int(got["CreateTime"]) == pytest.approx(town.world.clock.seconds(), abs=2)
    (said,) = await town.feed("said")
    assert said["heard"]


async def test_a_picture_can_be_fetched_by_its_media_id(town: Town) -> None:
    app = await town.listen()
    await town.say("zhangsan", "app", "", image=base64.b64encode(PNG).decode())
    await town.settled()
    (got,) = app.got
    assert got["MsgType"] == "image"
    query = {"access_token": await town.token(), "media_id": got["MediaId"]}
    async with town.http.get(f"{town.base}/cgi-bin/media/get", params=query) as response:
        assert await response.read() == PNG
    async with town.http.get(got["PicUrl"]) as response:
        assert await response.read() == PNG


async def test_a_press_carries_what_was_selected(town: Town) -> None:
    app = await town.listen()
    await town.send("lisi", msgtype="template_card", template_card=VOTE)
    await town.press("lisi", "vote", "submit", selected={"day": ["a", "b"]})
    await town.settled()
    (got,) = app.got
    assert (got["Event"], got["EventKey"], got["TaskId"]) == ("template_card_event", "submit", "vote")
    assert got["CardType"] == "vote_interaction"
    item = got["SelectedItems"]["SelectedItem"]
    assert (item["QuestionKey"], item["OptionIds"]["OptionId"]) == ("day", ["a", "b"])
    assert "MsgId" not in got


async def test_nothing_may_be_ticked_at_all(town: Town) -> None:
    app = await town.listen()
    options = [{"id": "a", "text": "一", "is_checked": True}]
    boxes = VOTE | {"checkbox": {"question_key": "day", "mode": 1, "option_list": options}}
    await town.send("lisi", msgtype="template_card", template_card=boxes)
    await town.press("lisi", "vote", "submit", selected={"day": []})
    await town.press("lisi", "vote", "submit")
    await town.settled()
    chosen = [got["SelectedItems"]["SelectedItem"]["OptionIds"] for got in app.got]
    assert chosen == [None, {"OptionId": "a"}]


async def test_a_menu_entry_is_an_event_of_its_own(town: Town) -> None:
    app = await town.listen()
    menu = {"action_menu": {"desc": "更多", "action_list": [{"text": "静音", "key": "mute"}]}}
    await town.send("lisi", msgtype="template_card", template_card=BUTTONS | menu)
    await town.press("lisi", "t1", "mute")
    await town.settled()
    assert app.got[-1]["Event"] == "template_card_menu_event"


async def test_retries_until_it_is_accepted(town: Town) -> None:
    app = await town.listen()
    app.statuses = [500, 404]
    await town.say("lisi", "app", "x")
    await town.settled()
    assert [got["MsgId"] for got in app.got] == [app.got[0]["MsgId"]] * 3
    assert await town.feed("dropped") == []


async def test_the_same_message_may_come_several_times(town: Town) -> None:
    app = await town.listen()
    town.world.settings.callback_copies = 3
    msgid = await town.say("lisi", "app", "请假")
    await town.settled()
    assert [got["MsgId"] for got in app.got] == [msgid] * 3


async def test_gives_up_after_the_retries(town: Town) -> None:
    app = await town.listen()
    app.statuses = [500] * 9
    msgid = await town.say("lisi", "app", "x")
    await town.settled()
    assert len(app.got) == 1 + town.world.settings.callback_retries
    (dropped,) = await town.feed("dropped")
    assert dropped["msgid"] == msgid


async def test_nobody_listens(town: Town) -> None:
    await town.say("lisi", "app", "x")
    assert not (await town.feed("said"))[0]["heard"]
    assert not (await town.get("/sandbox/state"))["app"]["callback"]


def _xml(kind: str, inner: str) -> str:
    return f"<xml><MsgType><![CDATA[{kind}]]></MsgType>{inner}</xml>"


async def test_a_passive_text(town: Town) -> None:
    app = await town.listen()
    app.reply = lambda message: _xml("text", f"<Content><![CDATA[{'长' * 700}]]></Content>")
    msgid = await town.say("lisi", "app", "x")
    (entry,) = await town.log(wait=2)
    assert (entry["via"], entry["to"], entry["in_reply_to"]) == ("app", {"user": "lisi"}, msgid)
    assert entry["text"] == "长" * 682


async def test_a_passive_reply_of_news_and_of_a_picture(town: Town) -> None:
    app = await town.listen()
    items = "<item><Title>一</Title><Url>https://a.cn</Url></item><item><Title>二</Title></item>"
    app.reply = lambda message: _xml("news", f"<ArticleCount>2</ArticleCount><Articles>{items}</Articles>")
    await town.say("lisi", "app", "x")
    assert (await town.log(wait=2))[0]["text"] == "一\nhttps://a.cn\n二"
    media = town.world.media.add("image", "p.png", PNG)
    app.reply = lambda message: _xml("image", f"<Image><MediaId>{media.media_id}</MediaId></Image>")
    await town.say("lisi", "app", "x")
    await town.settled()
    assert (await town.log())[1]["text"] == "[图片] p.png"


async def test_a_passive_update_changes_the_card_for_who_pressed(town: Town) -> None:
    app = await town.listen()
    await town.send("lisi|zhangsan", msgtype="template_card", template_card=BUTTONS)
    app.reply = lambda message: _xml("update_button", "<Button><ReplaceName>已同意</ReplaceName></Button>")
    pressed = await town.press("lisi", "t1", "yes")
    await town.settled()
    entry = (await town.log())[-1]
    assert (entry["edits"], entry["in_reply_to"], entry["to"]) == (1, pressed["msgid"], {"user": "lisi"})
    code = app.got[-1]["ResponseCode"]
    assert town.world.ledger.codes[code].used

    card = (
        "<TemplateCard><CardType>text_notice</CardType><MainTitle><Title>已驳回</Title></MainTitle>"
        "<CardAction><Type>1</Type><Url>u</Url></CardAction></TemplateCard>"
    )
    app.reply = lambda message: _xml("update_template_card", card)
    await town.press("zhangsan", "t1", "no")
    await town.settled()
    assert (await town.log())[-1]["text"] == "已驳回"
    assert (await town.refusal("/sandbox/press", {"from": "zhangsan", "card": "t1", "key": "no"}))[0] == 400


async def test_a_reply_that_is_not_honoured_is_dropped(town: Town) -> None:
    app = await town.listen()
    await town.send("lisi", msgtype="template_card", template_card=BUTTONS)
    app.reply = lambda message: _xml("text", "<Content>x</Content>")
    await town.press("lisi", "t1", "yes")
    await town.settled()
    assert "not honoured" in (await town.feed("dropped"))[0]["why"]


async def test_entering_is_reported_when_the_switch_is_on(town: Town) -> None:
    app = await town.listen()
    await town.post("/sandbox/open", {"from": "lisi", "to": "app"})
    await town.post("/sandbox/settings", {"report_enter_agent": True})
    await town.post("/sandbox/open", {"from": "lisi", "to": "app"})
    await town.settled()
    assert [got["Event"] for got in app.got] == ["enter_agent"]


@pytest.mark.parametrize("answer", ["wrong", "slow", "refused"])
async def test_an_address_that_fails_the_check_is_not_saved(town: Town, answer: str) -> None:
    town.world.settings.verify_timeout = 0.05

    async def handle(_request: web.Request) -> web.Response:
        if answer == "slow":
            await asyncio.sleep(0.2)
        return web.Response(text="nonsense", status=403 if answer == "refused" else 200)

    app = web.Application()
    app.router.add_route("*", "/cb", handle)
    async with TestServer(app) as server:
        url = str(server.make_url("/cb"))
        result: Json = await town.post("/sandbox/callback", {"kind": "app", "url": url})
    assert result["verified"] is False
    assert result["why"]
    assert town.world.app.address is None


async def test_callback_door_refuses_nonsense(town: Town) -> None:
    assert (await town.refusal("/sandbox/callback", {"kind": "fax", "url": "http://x"}))[0] == 400
    assert (await town.refusal("/sandbox/callback", {"kind": "app", "url": "ftp://x"}))[0] == 400
    short = {"kind": "app", "url": "http://127.0.0.1:9", "encoding_aes_key": "short"}
    assert (await town.refusal("/sandbox/callback", short))[0] == 400
