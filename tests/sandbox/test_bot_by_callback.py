"""The AI bot in callback mode: encrypted JSON, replies in the answer, polls of a stream (D-101033, D-101031)."""

import asyncio
import base64
import hashlib

from wechatpy.crypto import PrpCrypto

from tests.sandbox.callback_bot import CallbackBot, stream
from tests.sandbox.test_messages import BUTTONS
from tests.sandbox.test_webhook import IMAGE, PNG
from tests.sandbox.town import Json, Town

CARD: Json = {"msgtype": "template_card", "template_card": BUTTONS}
DONE: Json = BUTTONS | {"main_title": {"title": "办好了"}, "replace_text": "已同意"}


async def _listening(town: Town, *replies: Json | None) -> CallbackBot:
    bot = CallbackBot(town)
    bot.url = await town.serve(bot.handle)
    bot.replies = list(replies) or [None]
    town.world.settings.stream_poll_spacing = 0.01
    assert await town.post("/sandbox/callback", {"kind": "bot", "url": bot.url}) == {"verified": True}
    today = town.world.clock.now().date().isoformat()
    town.world.bot.opened.update(dict.fromkeys(town.world.directory.people, today))
    return bot


async def test_a_message_and_an_answer_at_once(town: Town) -> None:
    bot = await _listening(town, stream("张三，你好", finish=True))
    assert (await town.get("/sandbox/state"))["bot"] == {"connected": True, "mode": "callback"}
    msgid = await town.say("zhangsan", "projecta", "@小助手 你好", mention_bot=True, quote="早")
    await town.settled()
    (body,) = bot.got
    assert body["msgid"] == msgid
    assert (body["chattype"], body["from"]) == ("group", {"userid": "zhangsan"})
    assert body["chatid"] == town.world.bot.rooms["projecta"]
    assert (body["text"], body["quote"]["text"]) == ({"content": "@小助手 你好"}, {"content": "早"})
    (entry,) = await town.log()
    assert (entry["via"], entry["msgtype"], entry["text"]) == ("bot", "stream", "张三，你好")
    assert (entry["in_reply_to"], entry["to"]) == (msgid, {"group": "projecta"})


async def test_an_unfinished_stream_is_asked_for_until_it_is_finished(town: Town) -> None:
    first, last = stream("查询中", finish=False), stream("还剩 5 天", finish=True)
    bot = await _listening(town, first, first, None, last)
    msgid = await town.say("zhangsan", "bot", "假期余额")
    assert await town.texts(2) == ["查询中", "还剩 5 天"], "an answer without news is not shown again"
    polls = bot.got[1:]
    assert [poll["msgtype"] for poll in polls] == ["stream"] * 3
    assert {poll["stream"]["id"] for poll in polls} == {"s"}
    assert len({poll["msgid"] for poll in bot.got}) == 4
    assert (polls[0]["from"], polls[0]["chattype"]) == ({"userid": "zhangsan"}, "single")
    entries = await town.log()
    assert (entries[1]["edits"], entries[1]["in_reply_to"]) == (entries[0]["seq"], msgid)


async def test_polls_end_six_minutes_after_the_message(town: Town) -> None:
    bot = await _listening(town, stream("查询中", finish=False))
    await town.say("zhangsan", "bot", "假期余额")
    await town.texts(1)
    await town.post("/sandbox/clock", {"advance": 361})
    await asyncio.sleep(0.05)
    count = len(bot.got)
    bot.replies = [stream("太晚了", finish=True)]
    await asyncio.sleep(0.05)
    assert len(bot.got) == count
    assert await town.texts(1) == ["查询中"]


async def test_before_the_clock_moves_streams_are_asked_for(town: Town) -> None:
    await _listening(town, stream("查询中", finish=False), stream("还剩 5 天", finish=True))
    town.world.settings.stream_poll_spacing = 60
    await town.say("zhangsan", "bot", "假期余额")
    await town.post("/sandbox/clock", {"advance": 86400})
    assert [entry["text"] for entry in await town.log()] == ["查询中", "还剩 5 天"]


async def test_an_answer_about_another_stream_is_dropped(town: Town) -> None:
    other = {"msgtype": "stream", "stream": {"id": "other", "finish": True, "content": "x"}}
    await _listening(town, stream("查询中", finish=False), other, stream("好", finish=True))
    await town.say("zhangsan", "bot", "假期余额")
    assert await town.texts(2) == ["查询中", "好"]
    assert "not the one that was asked for" in (await town.feed("dropped"))[0]["why"]


async def test_a_stream_with_a_card_and_one_with_pictures(town: Town) -> None:
    both = stream("请选择", finish=True) | {"msgtype": "stream_with_template_card", "template_card": BUTTONS}
    pictures = stream("如图", finish=True, msg_item=[{"msgtype": "image", "image": IMAGE}])
    wrong = stream("如图", finish=True, msg_item=[{"msgtype": "image", "image": IMAGE | {"md5": "0"}}])
    early = stream("如图", finish=False, msg_item=[{"msgtype": "image", "image": IMAGE}])
    await _listening(town, both, pictures, wrong, early)
    for word in "一二三四":
        await town.say("zhangsan", "bot", word)
        await town.settled()
    assert [entry["text"] for entry in await town.log()] == ["请选择", "请假", "如图\n[图片]"]
    assert len(await town.feed("dropped")) == 2


async def test_cards_and_their_update(town: Town) -> None:
    update = {"response_type": "update_template_card", "userids": ["zhangsan"], "template_card": DONE}
    bot = await _listening(town, CARD, update)
    await town.say("zhangsan", "bot", "请假")
    await town.settled()
    await town.press("zhangsan", "t1", "yes")
    await town.settled()
    event = bot.got[1]["event"]
    assert (event["eventtype"], event["template_card_event"]["event_key"]) == ("template_card_event", "yes")
    shown, changed = await town.log()
    assert (changed["edits"], changed["card"]["title"]) == (shown["seq"], "办好了")


async def test_a_welcome_may_be_text(town: Town) -> None:
    await _listening(town, {"msgtype": "text", "text": {"content": "你好，李四。"}})
    town.world.bot.opened.clear()
    await town.post("/sandbox/open", {"from": "lisi", "to": "bot"})
    await town.settled()
    assert [entry["text"] for entry in await town.log()] == ["你好，李四。"]
    await town.say("lisi", "bot", "x")
    await town.settled()
    assert len(await town.log()) == 1, "a message is not answered with text"


async def test_an_answer_with_another_nonce_counts_for_nothing(town: Town) -> None:
    bot = await _listening(town, stream("好", finish=True))
    bot.wrong_nonce = True
    await town.say("lisi", "bot", "x")
    await town.settled()
    assert await town.log() == []
    assert "nonce" in (await town.feed("dropped"))[0]["why"]


async def test_the_response_url_works_once_within_the_hour(town: Town) -> None:
    bot = await _listening(town)
    await town.say("lisi", "bot", "x")
    await town.say("lisi", "bot", "y")
    await town.settled()
    first, second = (body["response_url"].removeprefix(town.base) for body in bot.got)
    late = {"msgtype": "markdown", "markdown": {"content": "查到了"}}
    assert [(await town.post(first, late))["errcode"] for _ in range(2)] == [0, 40058]
    await town.post("/sandbox/clock", {"advance": 3600})
    assert (await town.post(second, late))["errcode"] == 40058
    assert [entry["text"] for entry in await town.log()] == ["查到了"]


async def test_pictures_are_encrypted_with_the_key_of_the_address(town: Town) -> None:
    bot = await _listening(town)
    await town.say("lisi", "bot", "", image=base64.b64encode(PNG).decode())
    await town.settled()
    image = bot.got[0]["image"]
    assert set(image) == {"url"}
    async with town.http.get(image["url"]) as response:
        sealed = await response.read()
    plain = PrpCrypto(bot.key).cipher.decrypt(sealed)
    assert hashlib.md5(plain[: -plain[-1]], usedforsecurity=False).hexdigest() == IMAGE["md5"]


async def test_an_unreachable_address_loses_the_message_after_some_tries(town: Town) -> None:
    await _listening(town)
    town.world.bot.address = None
    down = CallbackBot(town)
    down.url = await town.serve(down.handle)
    await town.post("/sandbox/callback", {"kind": "bot", "url": down.url})
    down.token = "changed since"
    await town.say("lisi", "bot", "x")
    await town.settled()
    assert "did not accept" in (await town.feed("dropped"))[0]["why"]


async def test_one_mode_excludes_the_other(town: Town) -> None:
    connected = await town.bot()
    await _listening(town, stream("好", finish=True))
    assert (await connected.socket.receive(timeout=2)).type.name == "CLOSE"
    again = await town.http.ws_connect(town.base + "/ws")
    own = town.world.credentials
    subscribe = {"bot_id": own.bot_id, "secret": own.bot_secret}
    await again.send_json({"cmd": "aibot_subscribe", "headers": {"req_id": "1"}, "body": subscribe})
    assert (await again.receive_json())["errcode"] == 853000
    await town.post("/sandbox/callback", {"kind": "bot", "url": ""})
    await again.send_json({"cmd": "aibot_subscribe", "headers": {"req_id": "2"}, "body": subscribe})
    assert (await again.receive_json())["errcode"] == 0
    await again.close()


async def test_verification_uses_an_empty_receiveid(town: Town) -> None:
    app = await town.listen()
    answer = await town.post("/sandbox/callback", {"kind": "bot", "url": app.url})
    assert answer["verified"] is False, "an app's server expects the corp id"
    assert (await town.refusal("/sandbox/callback", {"kind": "other", "url": app.url}))[0] == 400
