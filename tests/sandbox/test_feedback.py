"""Thumbs under a stream (D-101027)."""

from tests.sandbox.town import BotClient, Json, Town


async def _answer(town: Town, bot: BotClient, **more: Json) -> int:
    """The number of a stream's first entry."""
    await town.say("lisi", "bot", "x")
    stream = {"id": "s", "finish": True, "content": "好"} | more
    await bot.answer(await bot.receive(), {"msgtype": "stream", "stream": stream})
    return int((await town.log())[-1]["seq"])


async def test_the_bot_hears_of_it(town: Town) -> None:
    bot = await town.bot()
    entry = await _answer(town, bot, feedback={"id": "f-1"})
    await town.post("/sandbox/feedback", {"from": "lisi", "entry": entry, "type": 2, "content": "不对"})
    frame = await bot.receive()
    event = frame["body"]["event"]
    assert (frame["cmd"], event["eventtype"]) == ("aibot_event_callback", "feedback_event")
    assert event["feedback_event"] == {"id": "f-1", "type": 2, "content": "不对", "inaccurate_reason_list": []}
    text = {"msgtype": "stream", "stream": {"id": "t", "finish": True, "content": "谢谢"}}
    assert (await bot.answer(frame, text))["errcode"] == 846605, "nothing answers it"
    await bot.socket.close()


async def test_only_where_it_was_asked_for(town: Town) -> None:
    bot = await town.bot()
    entry = await _answer(town, bot)
    assert (await town.refusal("/sandbox/feedback", {"from": "lisi", "entry": entry, "type": 1}))[0] == 404
    assert (await town.refusal("/sandbox/feedback", {"from": "lisi", "entry": entry, "type": 9}))[0] == 400
    await bot.socket.close()
