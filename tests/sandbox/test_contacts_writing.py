"""Members, departments and tags are written: by whom, within which limits, and who is told (D-90195…D-90216)."""

import pytest

from tests.sandbox.town import App, Json, Town

EVE: Json = {"userid": "eve", "name": "伊芙", "department": [6, 5], "mobile": "13900000001", "main_department": 5}


async def _write(town: Town, path: str, body: Json) -> Json:
    return await town.api(path, body, owner="contacts")


async def _told(town: Town, app: App) -> list[Json]:
    await town.settled()
    return [got for got in app.got if got["Event"] == "change_contact"]


async def test_a_member_from_first_to_last(town: Town) -> None:
    created = await _write(town, "user/create", EVE | {"is_leader_in_dept": [0, 1], "direct_leader": ["lisi"]})
    assert created == {"errcode": 0, "errmsg": "created"}
    got = await town.api("user/get", userid="eve")
    assert (got["department"], got["main_department"], got["is_leader_in_dept"]) == ([5, 6], 5, [1, 0])
    assert (got["direct_leader"], got["status"]) == (["lisi"], 4)
    change = {"userid": "EVE", "name": "伊娃", "alias": "小伊", "new_userid": "eva"}
    assert (await _write(town, "user/update", change))["errmsg"] == "updated"
    got = await town.api("user/get", userid="eva")
    assert (got["name"], got["alias"], got["department"]) == ("伊娃", "小伊", [5, 6])
    assert (await _write(town, "user/update", {"userid": "eva", "new_userid": "evi"}))["errcode"] == 40058
    assert (await town.api("user/delete", owner="contacts", userid="eva"))["errmsg"] == "deleted"
    assert (await town.api("user/get", userid="eva"))["errcode"] == 60111


async def test_another_userid_follows_into_rooms_and_tags(town: Town) -> None:
    await _write(town, "user/update", {"userid": "chenan", "new_userid": "chen.an"})
    rooms = {room["id"]: room["members"] for room in (await town.get("/sandbox/state"))["groups"]}
    assert ("chen.an" in rooms["headquarters"], "chenan" in rooms["headquarters"]) == (True, False)
    tags = {tag["tagname"]: tag["tagid"] for tag in (await town.api("tag/list"))["taglist"]}
    assert (await town.api("tag/get", tagid=tags["safety_admin"]))["userlist"][0]["userid"] == "chen.an"


async def test_who_leaves_leads_nobody_and_owns_no_room(town: Town) -> None:
    chat = town.world.credentials.appchats["projecta"]
    await _write(town, "user/update", {"userid": "zhengqun", "new_userid": "zheng.qun"})
    assert (await town.api("appchat/get", chatid=chat))["chat_info"]["owner"] == "zheng.qun"
    await town.api("user/delete", owner="contacts", userid="zheng.qun")
    assert (await town.api("appchat/get", chatid=chat))["chat_info"]["owner"] == "zhangsan"
    await town.api("user/delete", owner="contacts", userid="wangqiang")
    assert (await town.api("user/get", userid="zhangsan"))["direct_leader"] == []


async def test_a_disabled_account_neither_writes_nor_hears(town: Town) -> None:
    await _write(town, "user/update", {"userid": "lisi", "enable": 0})
    assert (await town.api("user/get", userid="lisi"))["status"] == 2
    assert (await town.send("lisi", text={"content": "x"}))["errcode"] == 81013
    assert (await town.refusal("/sandbox/say", {"from": "lisi", "to": "bot", "text": "x"}))[0] == 400
    await _write(town, "user/update", {"userid": "lisi", "enable": 1})
    assert (await town.api("user/get", userid="lisi"))["status"] == 1


async def test_the_mobile_of_an_active_member_stays(town: Town) -> None:
    old = town.world.directory.people["lisi"].mobile
    assert (await town.api("user/getuserid", {"mobile": old}))["userid"] == "lisi"
    await _write(town, "user/update", {"userid": "lisi", "mobile": "13900000009"})
    assert (await town.api("user/getuserid", {"mobile": "13900000009"}))["errcode"] == 46004
    mail = {"email": "lisi@example.com", "email_type": 2}
    assert (await town.api("user/get_userid_by_email", mail))["userid"] == "lisi"


async def test_who_guesses_mobiles_gets_no_more_answers_that_day(town: Town) -> None:
    town.world.settings.misses_per_day = 2
    good = town.world.directory.people["lisi"].mobile
    wanted = ["1", "2", good]
    assert [(await town.api("user/getuserid", {"mobile": one}))["errcode"] for one in wanted] == [46004, 46004, 45009]
    await town.post("/sandbox/clock", {"advance": 86400})
    assert (await town.api("user/getuserid", {"mobile": good}))["errcode"] == 0


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"userid": ""}, 41009),
        ({"userid": "_eve"}, 40003),
        ({"userid": "LiSi"}, 60102),
        ({"name": ""}, 60112),
        ({"mobile": ""}, 40058),
        ({"mobile": "13800000000"}, 60104),
        ({"email": "lisi@example.com"}, 60106),
        ({"department": [99]}, 60123),
        ({"department": list(range(101))}, 60110),
        ({"main_department": 7}, 60123),
        ({"is_leader_in_dept": [1]}, 60132),
        ({"direct_leader": ["nobody"]}, 60111),
        ({"direct_leader": ["lisi", "zhangsan"]}, 40058),
    ],
)
async def test_members_that_are_not_created(town: Town, change: Json, errcode: int) -> None:
    assert (await _write(town, "user/create", EVE | change))["errcode"] == errcode
    assert len(town.world.directory.people) == 24


async def test_deleting_many_is_all_or_none(town: Town) -> None:
    assert (await _write(town, "user/batchdelete", {"useridlist": ["lisi", "nobody"]}))["errcode"] == 60111
    assert (await _write(town, "user/batchdelete", {"useridlist": ["x"] * 201}))["errcode"] == 40032
    assert (await _write(town, "user/batchdelete", {"useridlist": ["lisi", "wangwu"]}))["errcode"] == 0
    assert len(town.world.directory.people) == 22


async def test_invitations(town: Town) -> None:
    answer = await _write(town, "batch/invite", {"user": ["lisi", "nobody"], "party": [5, 99], "tag": [999]})
    assert (answer["invaliduser"], answer["invalidparty"], answer["invalidtag"]) == (["nobody"], [99], [999])
    assert (await _write(town, "batch/invite", {}))["errcode"] == 82001


async def test_departments(town: Town) -> None:
    made = await _write(town, "department/create", {"name": "一车间", "parentid": 5})
    number = made["id"]
    assert made["errmsg"] == "created"
    await _write(town, "user/create", EVE | {"department": [number], "main_department": number})
    listed = (await town.api("department/list", id=5))["department"]
    assert [(row["name"], row["parentid"]) for row in listed] == [("生产部", 1), ("一车间", 5)]
    assert (await town.api("department/delete", owner="contacts", id=number))["errcode"] == 60005
    assert (await town.api("department/delete", owner="contacts", id=1))["errcode"] == 60007
    sent = await town.api("message/send", _text(town, toparty="5"))
    assert sent["errcode"] == 0
    assert {"user": "eve"} in [entry["to"] for entry in await town.log()], "a department stands for all below it"
    await _write(town, "department/update", {"id": number, "name": "二车间", "parentid": 6})
    assert (await town.api("department/get", id=number))["department"]["name"] == "二车间"
    await town.api("user/delete", owner="contacts", userid="eve")
    assert (await town.api("department/delete", owner="contacts", id=number))["errmsg"] == "deleted"


def _text(town: Town, **to: str) -> Json:
    agent = town.world.credentials.agent_id
    return {"agentid": agent, "msgtype": "text", "text": {"content": "x"}} | to


@pytest.mark.parametrize(
    ("path", "body", "errcode"),
    [
        ("create", {"name": "", "parentid": 1}, 60001),
        ("create", {"name": "a|b", "parentid": 1}, 60009),
        ("create", {"name": "生产部", "parentid": 1}, 60008),
        ("create", {"name": "新", "parentid": 1, "id": 5}, 60008),
        ("create", {"name": "新", "parentid": 99}, 60124),
        ("update", {"id": 99}, 60003),
        ("update", {"id": 5, "parentid": 5}, 60010),
    ],
)
async def test_departments_that_are_refused(town: Town, path: str, body: Json, errcode: int) -> None:
    assert (await _write(town, f"department/{path}", body))["errcode"] == errcode


async def test_fifteen_levels(town: Town) -> None:
    parent, answers = 1, []
    for level in range(15):
        answer = await _write(town, "department/create", {"name": f"第{level}级", "parentid": parent})
        answers.append(answer["errcode"])
        parent = answer.get("id", parent)
    assert answers == [0] * 14 + [60002]


async def test_an_app_writes_its_own_tags_and_nobody_elses(town: Town) -> None:
    made = await town.api("tag/create", {"tagname": "志愿消防队"})
    tag = made["tagid"]
    assert made["errmsg"] == "created"
    members = {"tagid": tag, "userlist": ["lisi", "nobody"], "partylist": [6, 99]}
    added = await town.api("tag/addtagusers", members)
    assert (added["errcode"], added["invalidlist"], added["invalidparty"]) == (0, "nobody", [99])
    got = await town.api("tag/get", tagid=tag)
    assert (got["userlist"], got["partylist"]) == ([{"userid": "lisi", "name": "李四"}], [6])
    await town.api("message/send", _text(town, totag=str(tag)))
    assert {entry["to"]["user"] for entry in await town.log()} == {"lisi", "wangwu", "david.chen", "guotao"}
    await town.api("tag/deltagusers", {"tagid": tag, "partylist": [6]})
    assert (await town.api("tag/get", tagid=tag))["partylist"] == []
    assert (await town.api("tag/addtagusers", {"tagid": tag, "userlist": ["nobody"]}))["errcode"] == 40070
    assert (await town.api("tag/update", {"tagid": tag, "tagname": "消防队"}))["errmsg"] == "updated"
    assert (await town.api("tag/create", {"tagname": "消防队"}))["errcode"] == 40071
    assert (await town.api("tag/create", {"tagname": "长" * 33}))["errcode"] == 40072
    assert (await town.api("tag/addtagusers", {"tagid": 1, "userlist": ["lisi"]}))["errcode"] == 81011
    assert (await town.api("tag/delete", owner="contacts", tagid=tag))["errcode"] == 81011
    assert (await town.api("tag/delete", tagid=tag))["errmsg"] == "deleted"
    assert (await town.api("tag/get", tagid=tag))["errcode"] == 40068


async def test_the_app_does_not_write_members(town: Town) -> None:
    assert (await town.api("user/create", EVE))["errcode"] == 48002
    assert (await town.api("department/create", {"name": "新", "parentid": 1}))["errcode"] == 48002
    assert (await town.api("user/delete", userid="lisi"))["errcode"] == 48002


async def test_changes_through_the_assistants_own_calls_are_told_to_the_app_only(town: Town) -> None:
    app = await town.listen()
    assistant = App(town)
    assistant.url = await town.serve(assistant.handle)
    assert await town.post("/sandbox/callback", {"kind": "contacts", "url": assistant.url}) == {"verified": True}
    await _write(town, "user/create", EVE)
    await _write(town, "department/create", {"name": "一车间", "parentid": 5, "id": 77})
    await _write(town, "user/update", {"userid": "eve", "new_userid": "eva", "name": "伊娃"})
    tag = (await town.api("tag/create", {"tagname": "消防队"}))["tagid"]
    await town.api("tag/addtagusers", {"tagid": tag, "userlist": ["lisi", "eva"]})
    await town.post("/sandbox/people", {"change": "delete", "userid": "wangwu"})
    told = {got["ChangeType"]: got for got in await _told(town, app)}
    assert set(told) == {"create_user", "create_party", "update_user", "update_tag", "delete_user"}
    assert (told["create_user"]["Department"], "Name" in told["create_user"]) == ("5,6", False)
    assert (told["create_party"]["ParentId"], "Name" in told["create_party"]) == ("5", False)
    assert (told["update_user"]["UserID"], told["update_user"]["NewUserID"]) == ("eve", "eva")
    assert told["update_tag"]["AddUserItems"] == "lisi,eva"
    assert {got["ChangeType"] for got in await _told(town, assistant)} == {"update_tag", "delete_user"}


async def test_who_enters_or_leaves_the_visible_range_subscribes_or_not(town: Town) -> None:
    app = await town.listen()
    town.world.settings.visible_departments = "5"
    await _write(town, "user/create", EVE | {"department": [6], "main_department": 6})
    await _write(town, "user/update", {"userid": "eve", "department": [5]})
    await _write(town, "user/update", {"userid": "eve", "department": [6]})
    await _write(town, "user/update", {"userid": "eve", "department": [5]})
    await town.settled()
    await town.api("user/delete", owner="contacts", userid="eve")
    await town.settled()
    events = [got["Event"] for got in app.got if got["Event"] != "change_contact"]
    assert sorted(events) == ["subscribe", "subscribe", "unsubscribe", "unsubscribe"]
    assert {got["FromUserName"] for got in app.got if got["Event"] != "change_contact"} == {"eve"}


async def test_the_full_format_names_what_changed(town: Town) -> None:
    app = await town.listen()
    town.world.settings.contact_events_full = True
    await _write(town, "user/create", EVE | {"is_leader_in_dept": [0, 1]})
    await _write(town, "user/update", {"userid": "eve", "position": "班长"})
    await _write(town, "department/create", {"name": "一车间", "parentid": 5})
    told = {got["ChangeType"]: got for got in await _told(town, app)}
    created = told["create_user"]
    assert (created["Name"], created["MainDepartment"], created["IsLeaderInDept"]) == ("伊芙", "5", "1,0")
    assert (told["update_user"]["Position"], "Name" in told["update_user"]) == ("班长", False)
    assert told["create_party"]["Name"] == "一车间"


async def test_what_lies_outside_the_visible_range(town: Town) -> None:
    town.world.settings.visible_departments = "5"
    assert (await town.api("user/get", userid="wangwu"))["errcode"] == 60011
    assert (await town.api("user/list", department_id=6))["errcode"] == 60011
    assert [row["id"] for row in (await town.api("department/list"))["department"]] == [5]
    assert (await town.api("agent/get", agentid=1000017))["allow_partys"] == {"partyid": [5]}
    sent = await town.send("lisi|wangwu", text={"content": "x"})
    assert (sent["errcode"], sent["invaliduser"]) == (0, "wangwu")
    await town.send("@all", text={"content": "all"})
    assert {"user": "wangwu"} not in [entry["to"] for entry in await town.log()]
