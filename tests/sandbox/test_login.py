"""Who opened the page (D-91023), and tickets for its scripts (D-90506)."""

from tests.sandbox.town import Town


async def _code(town: Town, **more: bool) -> str:
    return (await town.post("/sandbox/oauth", {"userid": "lisi"} | more))["code"]


async def test_a_code_works_once(town: Town) -> None:
    code = await _code(town)
    assert await town.api("auth/getuserinfo", code=code) == {"errcode": 0, "errmsg": "ok", "userid": "lisi"}
    assert (await town.api("auth/getuserinfo", code=code))["errcode"] == 40029
    late = await _code(town)
    await town.post("/sandbox/clock", {"advance": 300})
    assert (await town.api("auth/getuserinfo", code=late))["errcode"] == 40029
    assert (await town.api("user/getuserinfo", code=await _code(town)))["UserId"] == "lisi"


async def test_what_the_person_agreed_to_show(town: Town) -> None:
    ticket = (await town.api("auth/getuserinfo", code=await _code(town, private=True)))["user_ticket"]
    detail = await town.api("auth/getuserdetail", {"user_ticket": ticket})
    assert (detail["userid"], detail["email"]) == ("lisi", "lisi@example.com")
    assert detail["mobile"] == town.world.directory.people["lisi"].mobile
    assert (await town.api("auth/getuserdetail", {"user_ticket": "made up"}))["errcode"] == 84015
    await town.post("/sandbox/clock", {"advance": 1800})
    assert (await town.api("auth/getuserdetail", {"user_ticket": ticket}))["errcode"] == 84014


async def test_tickets_stay_the_same_until_they_expire(town: Town) -> None:
    first = await town.api("get_jsapi_ticket")
    assert (await town.api("get_jsapi_ticket"))["ticket"] == first["ticket"]
    assert first["expires_in"] == 7200
    other = await town.api("ticket/get", type="agent_config")
    assert other["ticket"] != first["ticket"]
    assert (await town.api("ticket/get", type="jsapi"))["errcode"] == 40058
    town.world.settings.app_tickets_per_hour = 1
    assert [(await town.api("ticket/get", type="agent_config"))["errcode"] for _ in range(2)] == [0, 45009]
