"""People change a room in the client: its name, its owner, its end; only of customer groups the app is told."""

from tests.sandbox.town import Json, Town


async def _room(town: Town, group: str) -> Json | None:
    rooms = (await town.get("/sandbox/state"))["groups"]
    return next((room for room in rooms if room["id"] == group), None)


async def test_renamed_and_handed_over(town: Town) -> None:
    chat = town.world.credentials.appchats["projecta"]
    await town.post("/sandbox/rooms", {"group": "projecta", "name": "一号工地", "owner": "zhangsan"})
    room = await _room(town, "projecta")
    assert room is not None
    assert (room["name"], room["owner"]) == ("一号工地", "zhangsan")
    info = (await town.api("appchat/get", chatid=chat))["chat_info"]
    assert (info["name"], info["owner"]) == ("一号工地", "zhangsan")
    assert (await town.refusal("/sandbox/rooms", {"group": "projecta", "owner": "lisi"}))[0] == 400


async def test_who_goes_is_owner_no_more(town: Town) -> None:
    await town.post("/sandbox/rooms", {"group": "projecta", "remove": ["zhengqun"]})
    room = await _room(town, "projecta")
    assert room is not None
    assert room["owner"] == room["members"][0]


async def test_dissolved_it_is_nowhere(town: Town) -> None:
    chat = town.world.credentials.appchats["projecta"]
    assert await town.post("/sandbox/rooms", {"group": "projecta", "dissolve": True}) == {"members": []}
    assert await _room(town, "projecta") is None
    assert (await town.api("appchat/get", chatid=chat))["errcode"] == 86003
    key = town.world.credentials.webhooks["projecta"]
    notice = {"msgtype": "text", "text": {"content": "还在吗"}}
    assert (await town.post(f"/cgi-bin/webhook/send?key={key}", notice))["errcode"] == 93000
    said = {"from": "zhangsan", "to": "projecta", "text": "还在吗"}
    assert (await town.refusal("/sandbox/say", said))[0] == 404


async def test_of_a_customer_group_the_app_hears(town: Town) -> None:
    app = await town.listen()
    wishes: list[Json] = [{"name": "A 项目营销"}, {"add": ["lisi"], "owner": "lisi"}, {"dissolve": True}]
    for wish in wishes:
        await town.post("/sandbox/rooms", {"group": "marketinga"} | wish)
    await town.settled()
    heard = [each for each in app.got if each.get("Event") == "change_external_chat"]
    assert sorted(str(each.get("UpdateDetail") or each["ChangeType"]) for each in heard) == [
        "add_member",
        "change_name",
        "change_owner",
        "dismiss",
    ]
