"""Bodies whose parts are of the wrong type are refused, whatever they are; nothing breaks and nothing is shown."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sandbox import cards
from sandbox.errors import WRONG_SHAPE, ApiError
from tests.sandbox.town import Json, Town

NONSENSE: list[Any] = [None, 7, "x", [], [7], {"x": 7}]
KINDS = ("text", "markdown", "textcard", "news", "mpnews", "image", "miniprogram_notice", "template_card", "stream")


@pytest.mark.parametrize("kind", KINDS)
async def test_contents(town: Town, kind: str) -> None:
    key = town.world.credentials.webhooks["projecta"]
    bot = await town.bot()
    await town.say("lisi", "bot", "x")
    callback = await bot.receive()
    for part in (*NONSENSE, {"articles": [7]}, {"card_type": "text_notice", "main_title": 7}, {"content": 7}):
        body: Json = {"msgtype": kind, kind: part}
        assert (await town.send("lisi", **body))["errcode"]
        assert (await town.post(f"/cgi-bin/webhook/send?key={key}", body))["errcode"]
        assert (await bot.answer(callback, body))["errcode"]
        assert (await bot.command("aibot_send_msg", {"chatid": "lisi", "chat_type": 1} | body))["errcode"]
    assert await town.log() == []
    await bot.socket.close()


@pytest.mark.parametrize("cmd", ["aibot_subscribe", "aibot_respond_welcome_msg", "aibot_respond_update_msg"])
async def test_frames(town: Town, cmd: str) -> None:
    bot = await town.bot()
    for body in ("x", [7], {"bot_id": {}}, {"template_card": 7}, {"userids": 7}):
        assert (await bot.command(cmd, body))["errcode"]  # type: ignore[arg-type]
    assert (await bot.command("ping"))["errcode"] == 0
    await bot.socket.close()


@pytest.mark.parametrize("path", ["message/recall", "message/update_template_card", "batch/openuserid_to_userid"])
async def test_calls(town: Town, path: str) -> None:
    for body in ({}, {"msgid": []}, {"response_code": {}, "button": 7}, {"open_userid_list": [[]]}):
        agent = {"agentid": town.world.credentials.agent_id}
        assert (await town.api(path, agent | body))["errcode"]


@given(
    st.dictionaries(
        st.sampled_from(
            ["card_type", "main_title", "button_list", "checkbox", "select_list", "submit_button", "task_id"]
        ),
        st.one_of(st.sampled_from(NONSENSE), st.sampled_from(["button_interaction", "text_notice"])),
    )
)
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_card_that_passes_can_be_shown(card: Json) -> None:
    try:
        cards.check(card)
    except (ApiError, *WRONG_SHAPE):
        return
    cards.view(card)
    cards.read(card)
