"""Events on the long connection: opening the chat, pressing cards, and what may answer them (D-101027)."""

from typing import Any

from tests.sandbox.test_messages import BUTTONS
from tests.sandbox.town import BotClient, Json, Town

WELCOME = "aibot_respond_welcome_msg"
UPDATE = "aibot_respond_update_msg"
DONE: dict[str, Any] = BUTTONS | {"main_title": {"title": "办好了"}, "replace_text": "已同意"}


def _update(card: Json = DONE, **more: object) -> Json:
    return {"response_type": "update_template_card", "template_card": card} | more


async def _card_in(town: Town, bot: BotClient, where: str) -> None:
    await town.say("zhangsan", where, "x", mention_bot=True)
    callback = await bot.receive()
    answer = await bot.answer(callback, {"msgtype": "template_card", "template_card": BUTTONS})
    assert answer["errcode"] == 0


async def test_welcome_once_a_day(town: Town) -> None:
    bot = await town.bot(quiet=False)
    await town.post("/sandbox/open", {"from": "lisi", "to": "bot"})
    event = await bot.receive()
    assert event["body"]["event"] == {"eventtype": "enter_chat", "enter_chat": {}}
    text = {"msgtype": "text", "text": {"content": "你好，李四。"}}
    assert (await bot.answer(event, text))["errcode"] == 846605, "only the welcome command answers it"
    assert (await bot.answer(event, {"msgtype": "markdown"}, WELCOME))["errcode"] == 40008
    assert (await bot.answer(event, text, WELCOME))["errcode"] == 0
    assert (await bot.answer(event, text, WELCOME))["errcode"] == 846605
    await town.say("lisi", "bot", "x")
    assert (await bot.receive())["cmd"] == "aibot_msg_callback", "the chat was opened already"
    await town.post("/sandbox/clock", {"advance": 86400})
    await town.say("lisi", "bot", "x")
    assert (await bot.receive())["body"]["msgtype"] == "event", "the first message of a day opens the chat"
    await bot.socket.close()


async def test_welcome_with_a_card_and_too_late(town: Town) -> None:
    bot = await town.bot(quiet=False)
    await town.post("/sandbox/open", {"from": "lisi", "to": "bot"})
    event = await bot.receive()
    card = {"msgtype": "template_card", "template_card": BUTTONS}
    assert (await bot.answer(event, card, WELCOME))["errcode"] == 0
    assert (await town.log())[0]["card"]["title"] == "请假"
    await town.post("/sandbox/open", {"from": "zhangsan", "to": "bot"})
    town.world.settings.event_window = 0
    assert (await bot.answer(await bot.receive(), card, WELCOME))["errcode"] == 846605
    await bot.socket.close()


async def test_a_press_in_a_room_and_an_update_for_all(town: Town) -> None:
    bot = await town.bot()
    await _card_in(town, bot, "projecta")
    pressed = await town.press("hemiao", "t1", "yes")
    event = await bot.receive()
    body = event["body"]
    assert (body["msgid"], body["chattype"], body["from"]) == (pressed["msgid"], "group", {"userid": "hemiao"})
    detail = body["event"]["template_card_event"]
    assert detail == {"card_type": "button_interaction", "event_key": "yes", "task_id": "t1"}
    other = BUTTONS | {"task_id": "t2"}
    assert (await bot.answer(event, _update(other), UPDATE))["errcode"] == 40058
    assert (await bot.stream(event, "x"))["errcode"] == 846605
    assert (await bot.answer(event, _update(), UPDATE))["errcode"] == 0
    entry = (await town.log())[-1]
    assert (entry["edits"], entry["in_reply_to"], entry["card"]["title"]) == (1 + 2, pressed["msgid"], "办好了")
    assert (await town.refusal("/sandbox/press", {"from": "zhangsan", "card": "t1", "key": "yes"}))[0] == 400
    await bot.socket.close()


async def test_an_update_for_some_leaves_the_others_theirs(town: Town) -> None:
    bot = await town.bot()
    await _card_in(town, bot, "projecta")
    await town.press("hemiao", "t1", "yes")
    event = await bot.receive()
    assert (await bot.answer(event, _update(userids=["nobody"]), UPDATE))["errcode"] == 40003
    assert (await bot.answer(event, _update(userids=["hemiao"]), UPDATE))["errcode"] == 0
    assert (await town.feed("sent"))[-1]["open_for"] == ["hemiao"]
    assert (await town.refusal("/sandbox/press", {"from": "hemiao", "card": "t1", "key": "yes"}))[0] == 400
    assert "msgid" in await town.press("zhangsan", "t1", "no")
    await bot.socket.close()


async def test_who_may_press_what(town: Town) -> None:
    bot = await town.bot()
    await _card_in(town, bot, "bot")
    assert (await town.refusal("/sandbox/press", {"from": "lisi", "card": "t1", "key": "yes"}))[0] == 404
    assert (await town.refusal("/sandbox/press", {"from": "zhangsan", "card": "t9", "key": "yes"}))[0] == 404
    assert (await town.refusal("/sandbox/press", {"from": "zhangsan", "card": "t1", "key": "maybe"}))[0] == 400
    wrong = {"from": "zhangsan", "card": "t1", "key": "yes", "selected": {"q": ["a"]}}
    assert (await town.refusal("/sandbox/press", wrong))[0] == 400
    assert (await town.feed("pressed")) == []
    await bot.socket.close()


async def test_a_selection_travels_with_the_press(town: Town) -> None:
    bot = await town.bot()
    await town.say("zhangsan", "bot", "x")
    options = [{"id": "a", "text": "年假"}, {"id": "b", "text": "事假"}]
    select = {"question_key": "kind", "title": "假别", "option_list": options, "selected_id": "a"}
    card = BUTTONS | {"button_selection": select}
    await bot.answer(await bot.receive(), {"msgtype": "template_card", "template_card": card})
    assert (await town.log())[0]["card"]["selects"] == [{"key": "kind", "title": "假别", "options": options}]
    for wish, sent in (({}, ["a"]), ({"kind": ["b"]}, ["b"])):
        await town.press("zhangsan", "t1", "yes", selected=wish)
        detail = (await bot.receive())["body"]["event"]["template_card_event"]
        assert detail["selected_items"] == {
            "selected_item": [{"question_key": "kind", "option_ids": {"option_id": sent}}]
        }
    await bot.socket.close()
