import json
from pathlib import Path

import pytest

from sandbox.company import load
from sandbox.credentials import derive
from sandbox.crowd import add_people
from sandbox.directory import Directory

COMPANY = load()


def test_the_sample_company() -> None:
    people = {person.userid: person for person in COMPANY.people}
    assert len(people) == 24
    assert people["wangqiang"].leads_in == (5,)
    assert people["wangqiang"].leader == "qianweidong"
    assert people["zhangsan"].leader == "wangqiang"
    assert people["zhaoguoqiang"].leader is None
    assert people["zhoumin"].roles == ("hr", "mgmt_group", "dept_head")
    assert people["hemiao"].hired.isoformat() == "2026-08-01"
    assert people["lisi"].hired.isoformat() == "2020-11-22"
    assert people["liuyang0213"].staff_no == "10213"


def test_rooms_have_their_people() -> None:
    rooms = {room.id: room for room in COMPANY.rooms}
    assert "lisi" not in rooms["projecta"].members
    assert len(rooms["headquarters"].members) == 24
    assert rooms["marketinga"].is_customer_group
    assert rooms["projecta"].admin == "zhengqun"


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "company.json"
    path.write_text(json.dumps({"now": "2026-11-22T10:00:00+08:00"}))
    with pytest.raises(KeyError):
        load(path)


def test_userids_are_compared_without_case() -> None:
    directory = Directory(COMPANY)
    found = directory.find("ZhangSan")
    assert found is not None
    assert found.name == "张三"
    assert directory.find("nobody") is None


def test_people_leave_their_rooms() -> None:
    directory = Directory(COMPANY)
    directory.remove("zhangsan")
    assert all("zhangsan" not in room.members for room in directory.rooms.values())


def test_credentials_last_as_long_as_company_and_port() -> None:
    one, again, other = derive(COMPANY, 8801), derive(COMPANY, 8801), derive(COMPANY, 8802)
    assert one == again
    assert one.app_secret != other.app_secret
    assert len(one.encoding_aes_key) == 43
    assert one.encoding_aes_key.isalnum()
    assert "marketinga" not in one.webhooks
    assert set(one.webhooks) == set(one.chat_ids)
    assert all(room != chat for room, chat in one.chat_ids.items())


def test_a_crowd_has_names_of_its_own() -> None:
    directory = Directory(COMPANY)
    add_people(directory, 2000)
    names = [person.name for person in directory.people.values()]
    assert len(names) == 2024
    assert len(set(names)) == 2023, "the sample company itself has two 刘洋"
    assert len(directory.rooms["headquarters"].members) == 2024
    again = Directory(COMPANY)
    add_people(again, 2000)
    assert again.people == directory.people
