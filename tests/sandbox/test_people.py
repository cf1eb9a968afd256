"""Hiring, moving, leaving: the directory changes and the app is told (D-90970)."""

from tests.sandbox.town import Town

EVE = {"change": "create", "userid": "eve", "name": "伊芙", "department": "研发部"}


async def test_the_reduced_format(town: Town) -> None:
    app = await town.listen()
    await town.post("/sandbox/people", EVE)
    await town.post("/sandbox/people", {"change": "update", "userid": "eve", "name": "伊娃"})
    await town.post("/sandbox/people", {"change": "update", "userid": "eve", "department": "生产部"})
    await town.post("/sandbox/people", {"change": "delete", "userid": "eve"})
    await town.settled()
    changes = [got for got in app.got if got["Event"] == "change_contact"]
    told = {got["ChangeType"]: (got["UserID"], got.get("Department"), got.get("Name")) for got in changes}
    assert told == {
        "create_user": ("eve", "6", None),
        "update_user": ("eve", "5", None),
        "delete_user": ("eve", None, None),
    }
    assert len(changes) == 3, "a new name alone is not told"
    assert {got["FromUserName"] for got in changes} == {"sys"}
    assert {got["Event"] for got in app.got} == {"change_contact", "subscribe", "unsubscribe"}


async def test_the_full_format(town: Town) -> None:
    app = await town.listen()
    town.world.settings.contact_events_full = True
    await town.post("/sandbox/people", EVE)
    await town.post("/sandbox/people", {"change": "update", "userid": "eve", "name": "伊娃"})
    await town.settled()
    changes = {got["ChangeType"]: got for got in app.got if got["Event"] == "change_contact"}
    assert (changes["create_user"]["Name"], changes["create_user"]["DirectLeader"]) == ("伊芙", "guotao")
    assert (changes["update_user"]["Name"], "Department" in changes["update_user"]) == ("伊娃", False)


async def test_the_directory_follows(town: Town) -> None:
    await town.post("/sandbox/people", EVE)
    assert (await town.api("user/get", userid="eve"))["department"] == [6]
    rooms = {room["id"]: room for room in (await town.get("/sandbox/state"))["groups"]}
    assert "eve" in rooms["headquarters"]["members"]
    await town.post("/sandbox/people", {"change": "delete", "userid": "eve"})
    assert (await town.api("user/get", userid="eve"))["errcode"] == 60111


async def test_refusals(town: Town) -> None:
    assert (await town.refusal("/sandbox/people", {"change": "promote"}))[0] == 400
    assert (await town.refusal("/sandbox/people", EVE | {"userid": "lisi"}))[0] == 400
    assert (await town.refusal("/sandbox/people", EVE | {"department": "品牌部"}))[0] == 400
    assert (await town.refusal("/sandbox/people", {"change": "delete", "userid": "nobody"}))[0] == 404
