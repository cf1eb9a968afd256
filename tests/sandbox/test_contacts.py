"""Reading the directory with either secret."""

from tests.sandbox.town import Town


async def test_departments(town: Town) -> None:
    listed = (await town.api("department/list"))["department"]
    assert listed[0] | {"order": 0} == {
        "id": 1,
        "name": "集团",
        "name_en": "",
        "department_leader": [],
        "parentid": 0,
        "order": 0,
    }
    names = {row["name"]: row for row in listed}
    assert names["生产部"]["department_leader"] == ["wangqiang"]
    ids = (await town.api("department/simplelist", owner="contacts"))["department_id"]
    assert [row["id"] for row in ids] == [row["id"] for row in listed]
    one = await town.api("department/get", id=names["生产部"]["id"])
    assert one["department"]["name"] == "生产部"
    assert (await town.api("department/get", id=99))["errcode"] == 60003


async def test_a_new_app_never_sees_mobile_or_mail(town: Town) -> None:
    answer = await town.api("user/get", userid="ZHANGSAN")
    assert (answer["userid"], answer["name"], answer["direct_leader"]) == ("zhangsan", "张三", ["wangqiang"])
    assert not {"mobile", "email", "gender", "avatar", "biz_mail", "address", "qr_code"} & set(answer)
    assert (await town.api("user/get"))["errcode"] == 41009
    assert (await town.api("user/get", userid="nobody"))["errcode"] == 60111


async def test_members_of_a_department_are_direct_ones(town: Town) -> None:
    brief = (await town.api("user/simplelist", department_id=5))["userlist"]
    assert set(brief[0]) == {"userid", "name", "department", "open_userid"}
    full = (await town.api("user/list", department_id=5))["userlist"]
    assert [row["userid"] for row in full] == [row["userid"] for row in brief]
    assert (await town.api("user/list", department_id=1, fetch_child=1))["userlist"] == []
    assert (await town.api("user/list"))["errcode"] == 60123
    town.world.settings.fetch_child = True
    assert len((await town.api("user/list", department_id=1, fetch_child=1))["userlist"]) == 24


async def test_the_contacts_secret_reads_ids_only(town: Town) -> None:
    assert (await town.api("user/get", owner="contacts", userid="lisi"))["errcode"] == 48009
    assert (await town.api("user/list_id", {}, owner="app"))["errcode"] == 48002
    first = await town.api("user/list_id", {"limit": 20}, owner="contacts")
    rest = await town.api("user/list_id", {"limit": 20, "cursor": first["next_cursor"]}, owner="contacts")
    assert (len(first["dept_user"]), len(rest["dept_user"]), rest["next_cursor"]) == (20, 4, "")
    town.world.settings.contacts_secret_reads = True
    assert (await town.api("user/get", owner="contacts", userid="lisi"))["name"] == "李四"


async def test_tags_are_roles(town: Town) -> None:
    tags = {row["tagname"]: row["tagid"] for row in (await town.api("tag/list"))["taglist"]}
    got = await town.api("tag/get", tagid=tags["safety_admin"])
    assert got["userlist"] == [{"userid": "chenan", "name": "陈安"}]
    assert (await town.api("tag/get", tagid=999))["errcode"] == 40068


async def test_the_app_and_its_addresses(town: Town) -> None:
    agent = town.world.credentials.agent_id
    got = await town.api("agent/get", agentid=agent)
    assert got["allow_partys"] == {"partyid": [1]}
    assert (await town.api("agent/get", agentid=1))["errcode"] == 40056
    assert (await town.api("agent/list"))["agentlist"][0]["agentid"] == agent
    assert (await town.api("getcallbackip"))["ip_list"] == ["127.0.0.1"]


async def test_encrypted_userids_can_be_turned_into_plain_ones(town: Town) -> None:
    encrypted = (await town.api("user/get", userid="lisi"))["open_userid"]
    got = await town.api("batch/openuserid_to_userid", {"open_userid_list": [encrypted, "lisi"]})
    assert got["userid_list"] == [{"open_userid": encrypted, "userid": "lisi"}]
    assert got["invalid_open_userid_list"] == ["lisi"]
