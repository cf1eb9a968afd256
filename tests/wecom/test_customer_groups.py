"""Nicknames of customer groups, read from the sandbox; who owns none of ours is not asked about."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.identifiers import GroupId, UserId
from bot.services.nicknames.reporting import READING_JOB
from bot.shapes.act import Act
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import RoomRefused
from bot.wecom.api.rest import Rest
from bot.wecom.groups.customer_groups import AppCustomerGroups

from .programs import running
from .sandboxed import Sandbox, sandboxed

OWNER = UserId("fengxiao")


@dataclass
class Site:
    sandbox: Sandbox
    rest: Rest

    def groups(self, *owners: UserId) -> AppCustomerGroups:
        return AppCustomerGroups(self.rest, lambda: owners)


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


async def test_a_report_on_what_wecom_tells_the_whole_way(tmp_path: Path) -> None:
    """Asked for before anything was read: it is read, what WeCom tells is judged, and the asker gets it by itself."""
    async with sandboxed() as sandbox, running(sandbox, tmp_path) as core:
        await sandbox.do("rooms", group="marketinga", nicknames={"fengxiao": "老冯"})
        await sandbox.do("say", **{"from": "fengxiao", "to": "app", "text": "/昵称报告 项目A营销微信平台"})
        (first,) = await sandbox.log()
        assert "我现在去读" in first["text"]
        await core.settle()
        entries = await sandbox.log(at_least=3)
    told = next(entry["text"] for entry in entries if "老冯" in entry["text"])
    assert "冯销「老冯」不是真实姓名，建议：营销部-冯销" in told
    assert "外部成员 1 人" in told
    assert {entry["to"]["user"] for entry in entries} == {"fengxiao"}
    assert [entry["msgtype"] for entry in entries].count("file") == 1


async def test_whoever_runs_the_group_now_is_asked_for(tmp_path: Path) -> None:
    """As the registry stands, whatever the configuration said at the start."""
    async with sandboxed() as sandbox, running(sandbox, tmp_path) as core:
        group = await core.records.groups.get(GroupId("marketinga"))
        assert group
        after, now = replace(group, admins=frozenset({UserId("xiaoyunying")})), core.clock.now()
        by = Act("linmi", "任命群管", "总裁办", "test", now)
        await core.database.transact(lambda: core.records.groups.save(after, change="appointed", by=by))
        await core.book.refresh()
        await core.database.transact(lambda: core.records.jobs.hasten(READING_JOB, now))
        await core.settle()
        asked = sandbox.world.calls.under("/cgi-bin/externalcontact/groupchat/list")
    owners = [each["body"]["owner_filter"]["userid_list"] for each in asked]
    assert owners[-1] == ["xiaoyunying"]
