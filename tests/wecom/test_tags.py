"""Who bears a tag, from WeCom's answers."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.people import Department, Person
from bot.identifiers import UserId
from bot.shapes.ports import DirectoryCopy
from bot.wecom.api.contacts import ContactsDirectory
from bot.wecom.api.rest import CallError, Rest
from bot.wecom.api.tags import tags_of

from .platforms import Platform, platform, rest_to
from .sandboxed import sandboxed

COPY = DirectoryCopy(
    (Department(1, "集团"), Department(2, "生产部", 1), Department(3, "一车间", 2), Department(4, "研发部", 1)),
    (Person(UserId("li"), "李四", 2), Person(UserId("he"), "何苗", 4, (4, 3)), Person(UserId("wu"), "王五", 4)),
)
TAGS = {"errcode": 0, "taglist": [{"tagid": 7, "tagname": "安全员"}, {"tagid": 8, "tagname": "食堂"}]}


@pytest.fixture
async def wecom() -> AsyncIterator[Platform]:
    async with platform() as told:
        yield told


@pytest.fixture
async def rest(wecom: Platform) -> AsyncIterator[Rest]:
    async with rest_to(wecom.base) as calls:
        yield calls


async def test_bearers_are_named_or_work_in_a_department_that_bears_it(wecom: Platform, rest: Rest) -> None:
    wecom.will("tag/list", TAGS)
    wecom.will("tag/get", {"errcode": 0, "userlist": [{"userid": "Wu"}, {"userid": "li"}], "partylist": [2]})
    assert await tags_of(rest, "app", ["安全员"], COPY) == {"wu": ("安全员",), "li": ("安全员",), "he": ("安全员",)}
    assert wecom.paths().count("tag/get") == 1  # what nobody asks for is not read


async def test_who_wants_no_tags_asks_nothing(wecom: Platform, rest: Rest) -> None:
    assert await tags_of(rest, "app", [], COPY) == {}
    assert wecom.paths() == []


async def test_where_tags_may_not_be_read_nobody_bears_one(wecom: Platform, rest: Rest) -> None:
    wecom.will("tag/list", {"errcode": 60011})
    assert await tags_of(rest, "app", ["安全员"], COPY) == {}


async def test_a_broken_network_takes_no_rights_away(wecom: Platform, rest: Rest) -> None:
    wecom.will("tag/list", 503, 503, 503)
    with pytest.raises(CallError):
        await tags_of(rest, "app", ["安全员"], COPY)


async def test_the_sample_company_has_a_tag_for_each_role() -> None:
    async with sandboxed() as sandbox, sandbox.rest() as rest:
        copy = await ContactsDirectory(rest, secrets=["app"], tags=["safety_admin", "mgmt_group"]).read()
    tagged = {person.name: person.tags for person in copy.people if person.tags}
    assert tagged == {"陈安": ("safety_admin",), "周敏": ("mgmt_group",), "王强": ("mgmt_group",)}
