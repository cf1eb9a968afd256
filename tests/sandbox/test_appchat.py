"""Rooms that the app makes: create, update, get, send (D-90245, D-90248)."""

import pytest

from tests.sandbox.test_messages import NOTICE
from tests.sandbox.town import Json, Town

THREE = {"name": "演练群", "owner": "zhangsan", "userlist": ["zhangsan", "LISI", "wangwu"], "chatid": "drill01"}
TEXT = {"msgtype": "text", "text": {"content": "集合"}}


async def _room(town: Town, name: str) -> Json:
    rooms = (await town.get("/sandbox/state"))["groups"]
    return next((room for room in rooms if room["name"] == name), {})


async def _send(town: Town, chatid: str = "drill01", **message: object) -> Json:
    return await town.api("appchat/send", {"chatid": chatid} | (message or TEXT))


async def test_a_new_room_is_one_of_the_rooms_but_nobody_sees_it_before_its_first_message(town: Town) -> None:
    assert await town.api("appchat/create", THREE) == {"errcode": 0, "errmsg": "ok", "chatid": "drill01"}
    room = await _room(town, "演练群")
    assert (room["members"], room["made_by"], room["visible"], room["bot"]) == (
        ["zhangsan", "lisi", "wangwu"],
        "app",
        False,
        False,
    )
    assert room["id"] != "drill01", "people's room and the app's chat have ids of their own"
    said = {"from": "lisi", "to": room["id"], "text": "在吗"}
    assert (await town.refusal("/sandbox/say", said))[0] == 400
    assert await _send(town) == {"errcode": 0, "errmsg": "ok"}, "no msgid: it cannot be recalled"
    assert (await _room(town, "演练群"))["visible"]
    assert await town.say("lisi", room["id"], "在")
    (entry,) = await town.log()
    assert (entry["via"], entry["to"], entry["text"]) == ("appchat", {"group": room["id"]}, "集合")


async def test_without_an_owner_and_an_id(town: Town) -> None:
    made = await town.api("appchat/create", {"name": "长" * 60, "userlist": ["lisi", "wangwu"]})
    info = (await town.api("appchat/get", chatid=made["chatid"]))["chat_info"]
    assert info == {
        "chatid": made["chatid"],
        "name": "长" * 50,
        "owner": "lisi",
        "userlist": ["lisi", "wangwu"],
        "chat_type": 0,
    }


async def test_rooms_of_the_company_file_exist_already(town: Town) -> None:
    chats = (await town.get("/sandbox/credentials"))["appchats"]
    assert set(chats) == {"headquarters", "projecta"}
    assert chats["projecta"] not in ("projecta", town.world.credentials.chat_ids["projecta"])
    info = (await town.api("appchat/get", chatid=chats["projecta"]))["chat_info"]
    assert (info["name"], info["owner"]) == ("项目A工作群", "zhengqun")
    assert (await _send(town, chats["projecta"]))["errcode"] == 0
    assert (await town.log())[0]["to"] == {"group": "projecta"}


async def test_members_come_and_go(town: Town) -> None:
    chat = town.world.credentials.appchats["projecta"]
    change = {"chatid": chat, "name": "甲群", "add_user_list": ["lisi"], "del_user_list": ["HEMIAO"]}
    assert (await town.api("appchat/update", change))["errcode"] == 0
    members = (await _room(town, "甲群"))["members"]
    assert ("lisi" in members, "hemiao" in members) == (True, False)
    (seen,) = await town.feed("room")
    assert (seen["room"], seen["added"], seen["removed"]) == ("projecta", ["lisi"], ["hemiao"])
    said = {"from": "hemiao", "to": "projecta", "text": "我还在吗"}
    assert (await town.refusal("/sandbox/say", said))[0] == 400


async def test_people_change_rooms_too_and_only_asking_shows_it(town: Town) -> None:
    chat = town.world.credentials.appchats["projecta"]
    await town.post("/sandbox/rooms", {"group": "projecta", "add": ["lisi"], "remove": ["hemiao"], "bot": False})
    userlist = (await town.api("appchat/get", chatid=chat))["chat_info"]["userlist"]
    assert ("lisi" in userlist, "hemiao" in userlist) == (True, False)
    assert not (await _room(town, "项目A工作群"))["bot"]
    await town.post("/sandbox/rooms", {"group": "projecta", "bot": True, "add": ["lisi"], "remove": ["hemiao"]})
    assert [(one["added"], one["removed"]) for one in await town.feed("room")][-1:] == [(["lisi"], ["hemiao"])]
    assert (await _room(town, "项目A工作群"))["bot"]
    assert (await town.refusal("/sandbox/rooms", {"group": "none"}))[0] == 404


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"chatid": "no spaces"}, 86001),
        ({"chatid": "x" * 33}, 86205),
        ({"name": 5}, 86004),
        ({"userlist": []}, 86204),
        ({"userlist": ["zhangsan"]}, 86006),
        ({"userlist": ["zhangsan", "nobody"]}, 86216),
        ({"userlist": "zhangsan|lisi"}, 86220),
        ({"owner": "nobody"}, 86005),
        ({"owner": "guotao"}, 86207),
    ],
)
async def test_rooms_that_are_not_made(town: Town, change: Json, errcode: int) -> None:
    assert (await town.api("appchat/create", THREE | change))["errcode"] == errcode
    assert not await _room(town, "演练群")


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"chatid": ""}, 86201),
        ({"chatid": "unknown"}, 86003),
        ({"chatid": "projectb"}, 86008),
        ({"del_user_list": ["zhangsan"]}, 86203),
        ({"del_user_list": ["guotao"]}, 86216),
        ({"del_user_list": "lisi"}, 86220),
        ({"owner": "guotao"}, 86207),
        ({"del_user_list": ["lisi", "wangwu"]}, 86006),
        ({"add_user_list": ["nobody"]}, 86216),
    ],
)
async def test_changes_that_are_refused(town: Town, change: Json, errcode: int) -> None:
    await town.api("appchat/create", THREE)
    assert (await town.api("appchat/update", {"chatid": "drill01", "name": "新名"} | change))["errcode"] == errcode
    assert not await _room(town, "新名")


async def test_the_owner_may_leave_when_another_takes_over(town: Town) -> None:
    await town.api("appchat/create", THREE)
    change = {"chatid": "drill01", "owner": "lisi", "del_user_list": ["zhangsan"]}
    assert (await town.api("appchat/update", change))["errcode"] == 0
    assert (await town.api("appchat/get", chatid="drill01"))["chat_info"]["owner"] == "lisi"


async def test_what_can_be_sent(town: Town) -> None:
    await town.api("appchat/create", THREE)
    await _send(town, msgtype="markdown", markdown={"content": "## 演练\n<@lisi>"})
    await _send(town, msgtype="text", text={"content": "请到场", "mentioned_list": ["wangwu"]})
    assert [entry["text"] for entry in await town.log()] == ["## 演练\n@李四", "请到场 @王五"]
    assert (await _send(town, msgtype="template_card", template_card=NOTICE))["errcode"] == 40008
    assert (await _send(town, msgtype="file", file={"media_id": "none"}))["errcode"] == 40007
    assert (await _send(town, "none"))["errcode"] == 86003


async def test_who_may(town: Town) -> None:
    assert (await town.api("appchat/create", THREE, owner="contacts"))["errcode"] == 48002
    town.world.settings.visible_departments = "5,6"
    assert (await town.api("appchat/create", THREE))["errcode"] == 48002


async def test_one_code_for_all_mistakes(town: Town) -> None:
    town.world.settings.appchat_errcode = 86220
    assert (await town.api("appchat/get", chatid="unknown"))["errcode"] == 86220


async def test_quotas(town: Town) -> None:
    settings = town.world.settings
    settings.appchat_creations = settings.appchat_changes = 1
    await town.api("appchat/create", THREE)
    assert (await town.api("appchat/create", THREE | {"chatid": "b"}))["errcode"] == 45009
    await town.post("/sandbox/clock", {"advance": 86400})
    assert (await town.api("appchat/create", THREE | {"chatid": "b"}))["errcode"] == 0
    change = {"chatid": "b", "name": "新名"}
    assert [(await town.api("appchat/update", change))["errcode"] for _ in range(2)] == [0, 45009]
    settings.appchat_people_per_minute = 7
    assert [(await _send(town))["errcode"] for _ in range(3)] == [0, 0, 45009], "three people, seven person-times"


async def test_members_over_their_rate_get_nothing_and_the_call_says_ok(town: Town) -> None:
    town.world.settings.appchat_member_per_minute = 1
    await town.api("appchat/create", THREE)
    await town.api("appchat/create", {"userlist": ["lisi", "guotao"], "chatid": "b"})
    assert [(await _send(town, chat))["errcode"] for chat in ("drill01", "b", "b")] == [0, 0, 0]
    assert len(await town.log()) == 2, "the third reaches nobody"
    assert [item["users"] for item in await town.feed("dropped")] == [["lisi"], ["lisi", "guotao"]]
