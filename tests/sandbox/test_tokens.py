"""gettoken and the order of checks: token, permission, parameters (D-91039)."""

import pytest

from tests.sandbox.town import Town


@pytest.mark.parametrize(
    ("query", "errcode"),
    [
        ({}, 41002),
        ({"corpid": "CORP"}, 41004),
        ({"corpid": "wwother", "corpsecret": "x"}, 40013),
        ({"corpid": "CORP", "corpsecret": "x"}, 40001),
    ],
)
async def test_bad_credentials(town: Town, query: dict[str, str], errcode: int) -> None:
    query = {key: value.replace("CORP", town.world.credentials.corp_id) for key, value in query.items()}
    answer = await town.get("/cgi-bin/gettoken", **query)
    assert answer["errcode"] == errcode


async def test_one_token_per_secret_until_it_expires(town: Town) -> None:
    app, contacts = await town.token(), await town.token("contacts")
    assert app != contacts
    assert await town.token() == app
    await town.post("/sandbox/clock", {"advance": 7201})
    assert (await town.get("/cgi-bin/user/get", access_token=app, userid="lisi"))["errcode"] == 42001
    assert await town.token() != app


async def test_the_token_is_looked_at_first_and_only_in_the_query(town: Town) -> None:
    assert (await town.post("/cgi-bin/message/send", {"access_token": await town.token()}))["errcode"] == 41001
    assert (await town.post("/cgi-bin/message/send?access_token=no", {}))["errcode"] == 40014
    refused = await town.get("/cgi-bin/user/get", access_token="no", userid="lisi")
    assert (refused["errcode"], refused["department"], "name" in refused) == (40014, [], False)
    assert (await town.api("message/send", {}, owner="contacts"))["errcode"] == 48002
    assert (await town.api("message/send", {}))["errcode"] == 41011


async def test_the_corp_may_call_so_often(town: Town) -> None:
    town.world.settings.calls_per_minute = 2
    codes = [(await town.api("user/get", userid="lisi"))["errcode"] for _ in range(3)]
    assert codes == [0, 0, 45009]
    assert (await town.send("lisi", text={"content": "x"}))["errcode"] == 0


async def test_json_that_is_none(town: Town) -> None:
    token = await town.token()
    async with town.http.post(f"{town.base}/cgi-bin/message/send?access_token={token}", data=b"{nope") as response:
        answer = await response.json()
    assert "Warning: wrong json format." in answer["errmsg"]


async def test_an_unknown_path_fails_loudly(town: Town) -> None:
    async with town.http.post(f"{town.base}/cgi-bin/chat/mute") as response:
        assert response.status == 404
        assert "/cgi-bin/chat/mute" in await response.text()


async def test_who_guesses_secrets_waits_an_hour(town: Town) -> None:
    town.world.settings.bad_tokens_per_hour = 2
    corp = town.world.credentials.corp_id
    codes = [(await town.get("/cgi-bin/gettoken", corpid=corp, corpsecret="x"))["errcode"] for _ in range(3)]
    assert codes == [40001, 40001, 45009]
    good = {"corpid": corp, "corpsecret": town.world.credentials.app_secret}
    assert (await town.get("/cgi-bin/gettoken", **good))["errcode"] == 45009
    await town.post("/sandbox/clock", {"advance": 3601})
    assert (await town.get("/cgi-bin/gettoken", **good))["errcode"] == 0


async def test_the_app_may_only_be_called_from_addresses_that_it_trusts(town: Town) -> None:
    town.world.settings.trusted_ips = "203.0.113.7"
    refused = await town.api("user/get", userid="lisi")
    assert refused["errcode"] == 60020
    assert "from ip: 127.0.0.1" in refused["errmsg"]
    assert (await town.api("media/get", media_id="x"))["errcode"] == 60020
    assert (await town.api("department/simplelist", owner="contacts"))["errcode"] == 0
    town.world.settings.trusted_ips = "203.0.113.7, 127.0.0.1"
    assert (await town.api("user/get", userid="lisi"))["errcode"] == 0
