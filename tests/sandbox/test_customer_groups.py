"""Customer groups: listed and read, never changed by API (D-92120, D-92122, D-92130)."""

from tests.sandbox.town import Json, Town


async def _group(town: Town, **more: int) -> Json:
    (listed,) = (await town.api("externalcontact/groupchat/list", {"limit": 10}))["group_chat_list"]
    got = await town.api("externalcontact/groupchat/get", {"chat_id": listed["chat_id"]} | more)
    return got["group_chat"]


async def test_nicknames_and_customers(town: Town) -> None:
    await town.post("/sandbox/rooms", {"group": "marketinga", "nicknames": {"fengxiao": "营销部-冯销"}})
    group = await _group(town, need_name=1)
    assert (group["name"], group["owner"], group["admin_list"]) == (
        "项目A营销微信平台",
        "fengxiao",
        [{"userid": "fengxiao"}],
    )
    staff, customer = group["member_list"]
    assert (staff["userid"], staff["type"], staff["group_nickname"]) == ("fengxiao", 1, "营销部-冯销")
    assert (customer["type"], customer["name"], customer["userid"][:2]) == (2, "恒远置业-李总", "wm")
    assert "name" not in (await _group(town))["member_list"][0]


async def test_only_customer_groups_have_nicknames_that_can_be_read(town: Town) -> None:
    wish = {"group": "projecta", "nicknames": {"zhangsan": "小张"}}
    assert (await town.refusal("/sandbox/rooms", wish))[0] == 400
    assert (await town.refusal("/sandbox/rooms", {"group": "marketinga", "bot": True}))[0] == 400


async def test_the_app_hears_who_comes_and_goes(town: Town) -> None:
    app = await town.listen()
    before = (await _group(town))["member_version"]
    await town.post("/sandbox/rooms", {"group": "marketinga", "add": ["lisi", "xiaoyunying"]})
    await town.post("/sandbox/rooms", {"group": "marketinga", "remove": ["lisi"]})
    await town.post("/sandbox/rooms", {"group": "projecta", "add": ["lisi"]})
    await town.settled()
    told = {got["UpdateDetail"]: got for got in app.got}
    assert set(told) == {"add_member", "del_member"}
    assert told["add_member"]["MemChangeList"]["Item"] == ["lisi", "xiaoyunying"]
    assert (told["add_member"]["LastMemVer"], told["del_member"]["MemChangeCnt"]) == (before, "1")
    assert told["del_member"]["CurMemVer"] == (await _group(town))["member_version"]


async def test_owners_pages_and_strangers(town: Town) -> None:
    async def found(**body: object) -> Json:
        return await town.api("externalcontact/groupchat/list", {"limit": 1} | body)

    assert (await found(owner_filter={"userid_list": ["lisi"]}))["group_chat_list"] == []
    assert len((await found(owner_filter={"userid_list": ["fengxiao"]}))["group_chat_list"]) == 1
    assert (await found(owner_filter={"userid_list": ["nobody"]}))["errcode"] == 40003
    assert (await found(limit=0))["errcode"] == 40058
    assert (await town.api("externalcontact/groupchat/get", {"chat_id": "none"}))["errcode"] == 40050
    town.world.settings.visible_departments = "5"
    assert (await found())["group_chat_list"] == [], "its owner is out of sight"
