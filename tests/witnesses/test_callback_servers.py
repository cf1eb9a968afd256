"""Two callback servers from the package index behind `POST /sandbox/callback`."""

from tests.sandbox.test_messages import BUTTONS
from tests.sandbox.town import Json, Town
from tests.witnesses.running import serving

DONE: Json = BUTTONS | {"main_title": {"title": "办好了"}, "replace_text": "已同意"}


async def test_wecom_app_svr_hears_and_answers(town: Town) -> None:
    own = await town.get("/sandbox/credentials")
    town.world.settings.callback_timeout = town.world.settings.verify_timeout = 3
    async with serving("app_server", **own) as url:
        assert await town.post("/sandbox/callback", {"kind": "app", "url": url}) == {"verified": True}
        msgid = await town.say("lisi", "app", "请假 & <明天>")
        await town.settled()
    (entry,) = await town.log()
    assert (entry["via"], entry["to"], entry["in_reply_to"]) == ("app", {"user": "lisi"}, msgid)
    assert entry["text"] == "lisi said 请假 & <明天>"


async def test_a_server_with_another_key_is_not_saved(town: Town) -> None:
    own = await town.get("/sandbox/credentials")
    town.world.settings.verify_timeout = 3
    async with serving("app_server", **own | {"encoding_aes_key": "A" * 43}) as url:
        assert (await town.post("/sandbox/callback", {"kind": "app", "url": url}))["verified"] is False


async def test_wecom_new_bot_svr_streams_sends_cards_and_welcomes(town: Town) -> None:
    own = await town.get("/sandbox/credentials")
    settings = town.world.settings
    settings.callback_timeout = settings.verify_timeout = 3
    settings.stream_poll_spacing = 0.02
    async with serving("bot_server", **own, card=BUTTONS, update=DONE) as url:
        assert await town.post("/sandbox/callback", {"kind": "bot", "url": url}) == {"verified": True}
        await town.post("/sandbox/open", {"from": "lisi", "to": "bot"})
        await town.settled()
        await town.say("lisi", "bot", "stream")
        texts = await town.texts(4)
        await town.say("zhangsan", "projecta", "x", mention_bot=True)
        await town.say("zhangsan", "projecta", "card", mention_bot=True)
        await town.settled()
        await town.press("hemiao", "t1", "yes")
        await town.settled()
    assert texts == ["welcome", "step 0", "step 1", "step 2"]
    entries = (await town.log())[4:]
    assert [entry["text"].splitlines()[0] for entry in entries] == ["choose", "请假", "办好了"]
    assert await town.feed("dropped") == []
