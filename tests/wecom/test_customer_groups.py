"""Nicknames of customer groups, read from the sandbox; who owns none of ours is not asked about."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.identifiers import UserId
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import RoomRefused
from bot.wecom.api.rest import Rest
from bot.wecom.groups.customer_groups import AppCustomerGroups

from .sandboxed import Sandbox, sandboxed

OWNER = UserId("fengxiao")


@dataclass
class Site:
    sandbox: Sandbox
    rest: Rest

    def groups(self, *owners: UserId) -> AppCustomerGroups:
        return AppCustomerGroups(self.rest, owners)


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with sandboxed() as sandbox, sandbox.rest() as rest:
        yield Site(sandbox, rest)


async def test_nicknames_are_told_and_names_stand_in_for_them(site: Site) -> None:
    await site.sandbox.do("rooms", group="marketinga", add=["xiaoyunying"], nicknames={"fengxiao": "营销部-冯销"})
    (group,) = await site.groups(OWNER).read()
    assert group.name == "项目A营销微信平台"
    assert {(each.nickname, each.outsider) for each in group.members} == {
        ("营销部-冯销", False),
        ("小运营", False),
        ("恒远置业-李总", True),
    }
    assert {each.id for each in group.members if not each.outsider} == {"fengxiao", "xiaoyunying"}


async def test_groups_of_others_are_not_asked_for(site: Site) -> None:
    assert await site.groups(UserId("lina")).read() == ()
    assert await site.groups().read() == ()
    assert not site.sandbox.world.calls.under("/cgi-bin/externalcontact/groupchat/get")


async def test_where_it_is_not_granted_that_is_said(site: Site) -> None:
    await site.sandbox.do("faults", path="/cgi-bin/externalcontact/groupchat", errcode=48002)
    with pytest.raises(RoomRefused) as refused:
        await site.groups(OWNER).read()
    assert refused.value.outcome.verdict is Verdict.MISCONFIGURED
