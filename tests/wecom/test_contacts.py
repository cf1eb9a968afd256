"""The directory, from WeCom's answers."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.domain.people import Department, Person
from bot.identifiers import UserId
from bot.shapes.outgoing import Verdict
from bot.wecom.api.contacts import ContactsDirectory
from bot.wecom.api.rest import CallError, Rest

from .platforms import Platform, platform, rest_to
from .sandboxed import sandboxed

DEPARTMENTS: dict[str, Any] = {
    "errcode": 0,
    "department": [
        {"id": 1, "name": "集团", "parentid": 0, "department_leader": []},
        {"id": 2, "name": "生产部", "parentid": 1, "department_leader": ["Wang.Qiang"]},
        {"id": 9, "name": "外地分部", "parentid": 8},
    ],
}


def member(name: str, **more: Any) -> dict[str, Any]:
    return {"userid": name, "name": name.upper(), "department": [2], "main_department": 2, "status": 1} | more


@pytest.fixture
async def wecom() -> AsyncIterator[Platform]:
    async with platform() as told:
        yield told


@pytest.fixture
async def rest(wecom: Platform) -> AsyncIterator[Rest]:
    async with rest_to(wecom.base) as calls:
        yield calls


async def test_everybody_once_and_who_has_left_is_marked(wecom: Platform, rest: Rest) -> None:
    wecom.will("department/list", DEPARTMENTS)
    badge = {"attrs": [{"type": 0, "name": "工号", "text": {"value": "10086"}}]}
    both = member(
        "Lin.Mei", department=[2, 9], position="安全员", alias="May", extattr=badge, direct_leader=["Wang.Qiang"]
    )
    left, fresh, odd = member("li", status=5), member("he", status=4), {"name": "nobody"}
    wecom.will("user/list", *[{"errcode": 0, "userlist": listed} for listed in ([both], [both, left, odd], [fresh])])
    copy = await ContactsDirectory(rest, secrets=["app"]).read()
    assert copy.departments == (
        Department(1, "集团"),
        Department(2, "生产部", 1, (UserId("wang.qiang"),)),
        Department(9, "外地分部"),
    )
    assert copy.people[0] == Person(
        UserId("lin.mei"), "LIN.MEI", 2, (2, 9), "安全员", "May", "10086", leaders=(UserId("wang.qiang"),)
    )
    assert sorted((person.user_id, person.active) for person in copy.people) == [
        ("he", True),
        ("li", False),
        ("lin.mei", True),
    ]


async def test_a_secret_that_may_not_read_leaves_it_to_the_next(wecom: Platform, rest: Rest) -> None:
    wecom.will("department/list", {"errcode": 48009}, DEPARTMENTS)
    copy = await ContactsDirectory(rest, secrets=["contacts", "app"]).read()
    assert len(copy.departments) == 3


@pytest.mark.parametrize(("errcode", "words"), [(48009, "read with the app's secret"), (60011, "visible range")])
async def test_the_last_refusal_says_what_to_do(wecom: Platform, rest: Rest, errcode: int, words: str) -> None:
    wecom.will("department/list", *[{"errcode": errcode}] * 2)
    with pytest.raises(CallError, match=words) as caught:
        await ContactsDirectory(rest, secrets=["contacts", "app"]).read()
    assert caught.value.outcome.verdict is Verdict.MISCONFIGURED


async def test_half_a_directory_is_none(wecom: Platform, rest: Rest) -> None:
    wecom.will("department/list", DEPARTMENTS)
    wecom.will("user/list", {"errcode": 0, "userlist": []}, 503, {"errcode": 0})
    with pytest.raises(CallError):
        await ContactsDirectory(rest, secrets=["contacts", "app"]).read()
    assert wecom.paths().count("department/list") == 1  # a broken network is not a missing right


async def test_the_sample_company() -> None:
    async with sandboxed() as sandbox, sandbox.rest() as rest:
        copy = await ContactsDirectory(rest, secrets=["contacts", "app"]).read()
    people = {person.user_id: person for person in copy.people}
    names = {department.id: department.name for department in copy.departments}
    liu = people[UserId("liuyang0086")]
    assert (liu.name, names[liu.main_department], liu.tail) == ("刘洋", "生产部", "0086")
    making = next(department for department in copy.departments if department.name == "生产部")
    assert making.leaders == (UserId("wangqiang"),)
