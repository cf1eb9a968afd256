"""The control doors for scripts and for the chat page."""

import asyncio

import pytest

from tests.sandbox.town import Town


async def test_state(town: Town) -> None:
    state = await town.get("/sandbox/state")
    assert state["now"].startswith("2026-11-22T10:00:0")
    assert state["bot_name"] == "小助手"
    people = {person["userid"]: person for person in state["people"]}
    assert people["wangqiang"] == {"userid": "wangqiang", "name": "王强", "dept": "生产部", "title": "经理"}
    rooms = {room["id"]: room for room in state["groups"]}
    assert (rooms["projecta"]["bot"], rooms["projecta"]["made_by"]) == (True, "app")
    assert (rooms["marketinga"]["bot"], rooms["marketinga"]["external"]) == (False, ["恒远置业-李总"])
    assert state["bot"] == {"connected": False, "mode": "connection"}


async def test_credentials(town: Town) -> None:
    got = await town.get("/sandbox/credentials")
    assert got["api_base"] == town.base
    assert got["ws_url"] == town.base.replace("http", "ws") + "/ws"
    names = "corp_id agent_id app_secret contacts_secret bot_id bot_secret token encoding_aes_key webhooks appchats"
    assert set(got) == {*names.split(), "api_base", "ws_url"}
    assert "projecta" in got["webhooks"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"from": "nobody", "to": "bot", "text": "x"}, 404),
        ({"from": "lisi", "to": "nowhere", "text": "x"}, 404),
        ({"from": "lisi", "to": "projecta", "text": "x"}, 400),
        ({"from": "lisi", "to": "bot"}, 400),
        ({"from": "lisi", "to": "bot", "text": 7}, 400),
        ({"to": "bot", "text": "x"}, 400),
        ({"from": "zhangsan", "to": "projecta", "text": "x", "mention_bot": "yes"}, 400),
        ({"from": "lisi", "to": "bot", "text": "x", "image": "!!"}, 400),
        ({"from": "lisi", "to": "bot", "text": "x", "image": "R0lGODlh"}, 400),
    ],
)
async def test_say_refuses(town: Town, body: dict[str, object], status: int) -> None:
    got, sentence = await town.refusal("/sandbox/say", body)
    assert got == status
    assert sentence
    assert await town.feed("said") == []


async def test_a_body_that_is_no_object(town: Town) -> None:
    async with town.http.post(town.base + "/sandbox/say", data="[1]") as response:
        assert (response.status, "error" in await response.json()) == (400, True)
    async with town.http.post(town.base + "/sandbox/say", data="{") as response:
        assert response.status == 400


@pytest.mark.parametrize("query", ["after=x", "after=-1", "after=nan", "after=inf", "wait=-1", "wait=nan"])
async def test_the_log_refuses(town: Town, query: str) -> None:
    async with town.http.get(f"{town.base}/sandbox/log?{query}") as response:
        assert (response.status, "error" in await response.json()) == (400, True)


async def test_the_log_waits_for_the_next_entry(town: Town) -> None:
    waiting = asyncio.create_task(town.get("/sandbox/log", after=0, wait=5))
    await town.say("lisi", "app", "not sent by a bot, so not in the log")
    await town.send("lisi", text={"content": "x"})
    got = await waiting
    assert [entry["text"] for entry in got["entries"]] == ["x"]
    assert got["last"] == 2
    entry = got["entries"][0]
    assert set(entry) == {"seq", "at", "via", "to", "msgtype", "text"}
    assert (await town.get("/sandbox/log", after=got["last"]))["entries"] == []


async def test_the_feed_numbers_everything_in_one_row(town: Town) -> None:
    await town.say("lisi", "app", "x")
    await town.send("lisi", text={"content": "y"})
    await town.post("/sandbox/clock", {"advance": 60})
    items = (await town.get("/sandbox/feed", after=0))["items"]
    assert [(item["seq"], item["kind"]) for item in items] == [(1, "said"), (2, "sent"), (3, "clock")]
    assert items[2]["now"].startswith("2026-11-22T10:01")


async def test_settings_can_be_seen_and_changed(town: Town) -> None:
    assert (await town.get("/sandbox/settings"))["stream_lifetime"] == 600.0
    assert (await town.post("/sandbox/settings", {"stream_lifetime": 360}))["stream_lifetime"] == 360.0
    assert (await town.refusal("/sandbox/settings", {"no_such": 1}))[0] == 400
    assert (await town.refusal("/sandbox/settings", {"close_cleanly": "perhaps"}))[0] == 400
    assert (await town.refusal("/sandbox/settings", {"trusted_ips": ["203.0.113.7"]}))[0] == 400


async def test_opening_refuses(town: Town) -> None:
    assert (await town.refusal("/sandbox/open", {"from": "lisi", "to": "fax"}))[0] == 400
    assert (await town.refusal("/sandbox/open", {"from": "nobody", "to": "bot"}))[0] == 404


async def test_a_door_that_is_not_there(town: Town) -> None:
    assert await town.refusal("/sandbox/state", {}) == (404, "there is no door POST /sandbox/state")


async def test_a_page_of_another_site_opens_no_door(town: Town) -> None:
    wish = '{"from": "lisi", "to": "app", "text": "x"}'
    told = {"Sec-Fetch-Site": "cross-site", "Content-Type": "text/plain"}
    async with town.http.post(town.base + "/sandbox/say", data=wish, headers=told) as response:
        assert response.status == 400
    async with town.http.post(town.base + "/sandbox/say", data=wish, headers={"Sec-Fetch-Site": "same-origin"}) as own:
        assert own.status == 200
    assert len(await town.feed("said")) == 1


async def test_the_page_is_served(town: Town) -> None:
    async with town.http.get(town.base + "/") as response:
        assert (response.status, response.content_type) == (200, "text/html")
    async with town.http.get(town.base + "/sandbox/media/none") as response:
        assert (response.status, await response.json()) == (404, {"error": "there is no such picture or file"})
