"""The AI bot's long connection: subscribing, hearing, answering (D-101463)."""

import base64
import json
from datetime import timedelta

import pytest
from aiohttp import WSMsgType

from sandbox.crypto import decrypt_bytes
from tests.sandbox.test_messages import BUTTONS
from tests.sandbox.test_webhook import PNG
from tests.sandbox.town import BotClient, Town


async def test_acks_have_no_cmd_and_bad_credentials_keep_the_socket_open(town: Town) -> None:
    client = BotClient(await town.http.ws_connect(town.base + "/ws"))
    own = town.world.credentials
    assert (await client.command("aibot_subscribe", {"bot_id": own.bot_id, "secret": "no"}))["errcode"] == 853000
    assert (await client.command("aibot_send_msg", {}))["errcode"] == 853000
    assert (await client.command("ping"))["errcode"] == 0
    assert not (await town.get("/sandbox/state"))["bot"]["connected"]
    good = {"bot_id": own.bot_id, "secret": own.bot_secret}
    assert (await client.command("aibot_subscribe", good))["errcode"] == 0
    assert (await town.get("/sandbox/state"))["bot"]["connected"]
    assert (await client.command("aibot_dance", {}))["errcode"] == 40058
    await client.socket.send_str("no json")
    assert (await client.command("ping"))["errcode"] == 0
    await client.socket.close()


@pytest.mark.parametrize("cleanly", [True, False])
async def test_a_newcomer_evicts_the_first(town: Town, *, cleanly: bool) -> None:
    town.world.settings.close_cleanly = cleanly
    first, second = await town.bot(), await town.bot()
    event = await first.receive()
    assert event["cmd"] == "aibot_event_callback"
    assert event["body"]["event"]["eventtype"] == "disconnected_event"
    assert (await first.command("ping"))["errcode"] == 0, "closed later, not at once"
    end = await first.socket.receive(timeout=2)
    assert end.type in (WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.ERROR)
    assert first.socket.close_code == (1000 if cleanly else 1006)
    await town.say("lisi", "bot", "x")
    assert (await second.receive())["body"]["text"] == {"content": "x"}
    assert [item["connected"] for item in await town.feed("bot")] == [True, True]
    await second.socket.close()


async def test_private_and_group_messages(town: Town) -> None:
    bot = await town.bot()
    msgid = await town.say("lisi", "bot", "/帮助", quote="上一句")
    frame = await bot.receive()
    body = frame["body"]
    assert frame["cmd"] == "aibot_msg_callback"
    assert (body["msgid"], body["chattype"], body["from"]) == (msgid, "single", {"userid": "lisi"})
    assert body["text"] == {"content": "/帮助"}
    assert body["quote"] == {"msgtype": "text", "text": {"content": "上一句"}}
    assert "chatid" not in body

    await town.say("zhangsan", "projecta", "大家好")
    await town.say("zhangsan", "projecta", "@小助手 写给人看的", mention_bot=False)
    await town.say("zhangsan", "projecta", "@小助手 /帮助")
    body = (await bot.receive())["body"]
    assert (body["chattype"], body["text"]["content"]) == ("group", "@小助手 /帮助")
    assert body["chatid"] == town.world.credentials.chat_ids["projecta"]
    assert [item["heard"] for item in await town.feed("said")] == [True, False, False, True]
    await bot.socket.close()


async def test_a_stream_replaces_the_bubble(town: Town) -> None:
    bot = await town.bot()
    msgid = await town.say("zhangsan", "projecta", "@小助手 x", mention_bot=True)
    callback = await bot.receive()
    assert (await bot.stream(callback, "查", finish=False))["errcode"] == 0
    assert (await bot.stream(callback, "查到了"))["errcode"] == 0
    assert (await bot.stream(callback, "还有"))["errcode"] == 846608
    assert (await bot.stream(callback, "另一条", stream_id="s2"))["errcode"] == 0
    first, second, third = await town.log()
    assert (first["to"], first["in_reply_to"], first["text"]) == ({"group": "projecta"}, msgid, "查")
    assert (second["edits"], second["text"], "edits" in third) == (first["seq"], "查到了", False)
    assert (await bot.stream(callback, "长" * 6827, stream_id="s3"))["errcode"] == 45002
    await bot.socket.close()


async def test_a_stream_ends_after_ten_minutes_and_a_reply_after_a_day(town: Town) -> None:
    bot = await town.bot()
    await town.say("lisi", "bot", "x")
    callback = await bot.receive()
    await bot.stream(callback, "…", finish=False)
    town.world.clock.set(town.world.clock.now() + timedelta(seconds=601))
    assert (await bot.stream(callback, "太晚"))["errcode"] == 846608
    town.world.clock.set(town.world.clock.now() + timedelta(days=1))
    assert (await bot.stream(callback, "太晚", stream_id="s2"))["errcode"] == 846605
    await bot.socket.close()


async def test_replies_of_other_types(town: Town) -> None:
    bot = await town.bot()
    await town.say("lisi", "bot", "x")
    callback = await bot.receive()
    card = {"msgtype": "template_card", "template_card": BUTTONS}
    assert (await bot.answer(callback, card))["errcode"] == 0
    assert (await bot.answer(callback, card))["errcode"] == 42014
    markdown = {"msgtype": "markdown", "markdown": {"content": "**x** <@lisi>"}}
    assert (await bot.answer(callback, markdown))["errcode"] == 40008
    town.world.settings.markdown_replies = town.world.settings.bot_mentions = True
    assert (await bot.answer(callback, markdown))["errcode"] == 0
    assert (await bot.answer(callback, {"msgtype": "text", "text": {"content": "x"}}))["errcode"] == 40008
    assert (await bot.command("aibot_respond_msg", {"msgtype": "text"}, "made-up"))["errcode"] == 846605
    assert [entry["msgtype"] for entry in await town.log()] == ["template_card", "markdown"]
    assert (await town.log())[-1]["text"] == "**x** @李四"
    await bot.socket.close()


async def test_nothing_is_kept_for_a_bot_that_is_away(town: Town) -> None:
    msgid = await town.say("lisi", "bot", "x")
    (dropped,) = await town.feed("dropped")
    assert dropped["msgid"] == msgid
    bot = await town.bot()
    await bot.socket.close()
    assert not (await town.feed("said"))[0]["heard"]


async def test_three_in_flight(town: Town) -> None:
    bot = await town.bot()
    for number in range(4):
        await town.say("lisi", "bot", str(number))
    callbacks = [await bot.receive() for _ in range(3)]
    assert "in flight" in (await town.feed("dropped"))[0]["why"]
    await town.say("zhangsan", "bot", "another person")
    assert (await bot.receive())["body"]["from"] == {"userid": "zhangsan"}
    await bot.stream(callbacks[0], "好")
    await town.say("lisi", "bot", "again")
    assert (await bot.receive())["body"]["text"] == {"content": "again"}
    for number in range(2):
        await bot.stream(callbacks[1], "…", finish=False, stream_id=str(number))
    town.world.settings.in_flight_seconds = 0
    await town.say("lisi", "bot", "unanswered ones do not count for ever")
    assert "for ever" in (await bot.receive())["body"]["text"]["content"]
    await bot.socket.close()


async def test_an_unfinished_stream_is_in_flight_until_its_time_is_over(town: Town) -> None:
    bot = await town.bot()
    town.world.settings.in_flight_per_user = 1
    await town.say("lisi", "bot", "x")
    await bot.stream(await bot.receive(), "…", finish=False)
    await town.say("lisi", "bot", "y")
    assert len(await town.feed("dropped")) == 1
    town.world.clock.set(town.world.clock.now() + timedelta(seconds=601))
    await town.say("lisi", "bot", "z")
    assert (await bot.receive())["body"]["text"] == {"content": "z"}
    await bot.socket.close()


@pytest.mark.parametrize(("outlives", "errcode"), [(True, 0), (False, 846605)])
async def test_answering_over_a_later_connection(town: Town, *, outlives: bool, errcode: int) -> None:
    town.world.settings.answers_outlive_connection = outlives
    bot = await town.bot()
    await town.say("lisi", "bot", "x")
    callback = await bot.receive()
    await bot.socket.close()
    later = await town.bot()
    assert (await later.stream(callback, "好"))["errcode"] == errcode
    await later.socket.close()


async def test_thirty_a_minute_per_conversation(town: Town) -> None:
    bot = await town.bot()
    await town.say("lisi", "bot", "x")
    callback = await bot.receive()
    codes = [(await bot.stream(callback, "x", stream_id=f"s{number}"))["errcode"] for number in range(31)]
    assert codes == [0] * 30 + [45009]
    await bot.socket.close()


async def test_a_picture_is_encrypted_and_gone_after_five_minutes(town: Town) -> None:
    bot = await town.bot()
    await town.say("lisi", "bot", "看", image=base64.b64encode(PNG).decode())
    mixed = (await bot.receive())["body"]
    assert mixed["msgtype"] == "mixed"
    text, image = mixed["mixed"]["msg_item"]
    assert text["text"] == {"content": "看"}
    async with town.http.get(image["image"]["url"]) as response:
        data = await response.read()
    assert decrypt_bytes(base64.b64decode(image["image"]["aeskey"]), data) == PNG
    town.world.clock.set(town.world.clock.now() + timedelta(seconds=301))
    async with town.http.get(image["image"]["url"]) as response:
        assert response.status == 404
    await town.say("lisi", "bot", "", image=base64.b64encode(PNG).decode())
    assert (await bot.receive())["body"]["msgtype"] == "image"
    await bot.socket.close()


async def test_response_url_works_once_within_an_hour(town: Town) -> None:
    bot = await town.bot()
    msgid = await town.say("lisi", "bot", "x")
    url = (await bot.receive())["body"]["response_url"]
    path = url.removeprefix(town.base)
    message = {"msgtype": "markdown", "markdown": {"content": "好"}}
    assert (await town.post(path, {"msgtype": "text", "text": {"content": "x"}}))["errcode"] == 40008
    assert (await town.post(path, message))["errcode"] == 0
    assert (await town.post(path, message))["errcode"] == 40058
    assert [(entry["text"], entry["in_reply_to"]) for entry in await town.log()] == [("好", msgid)]
    await town.say("lisi", "bot", "y")
    late = (await bot.receive())["body"]["response_url"].removeprefix(town.base)
    town.world.clock.set(town.world.clock.now() + timedelta(hours=1))
    assert (await town.post(late, message))["errcode"] == 40058
    await bot.socket.close()


async def test_frames_are_real_utf8(town: Town) -> None:
    bot = await town.bot()
    await town.say("lisi", "bot", "群务")
    text = await bot.socket.receive_str(timeout=2)
    assert "群务" in text
    assert json.loads(text)["body"]["text"] == {"content": "群务"}
    await bot.socket.close()
