"""The registry: what was said last counts, in the configuration or in chat; every change makes a version grow."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.groups.group import Group, GroupState, Guest
from bot.identifiers import ChatId, GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.groups.groups import GroupTable
from bot.storage.models.operating import Trail

BY = Act("a", "入群", "群管理员", "test:1", datetime(2026, 11, 22, 2, tzinfo=UTC))
A, B, C = UserId("a"), UserId("b"), UserId("c")
ID = GroupId("pa")
GROUP = Group(
    ID,
    "项目A工作群",
    "E4",
    aliases=("项目A群",),
    departments=("生产部",),
    admins=frozenset({A}),
    members=frozenset({A, B}),
    guests=(Guest("恒远置业-李总"),),
    bot_chat=ChatId("chat-a"),
)


async def added() -> GroupTable:
    table = GroupTable()
    await table.add(GROUP, cause="RQ-1", by=BY)
    return table


async def test_kept_as_it_was_given(database: Database) -> None:
    table = await added()
    assert await table.get(ID) == await table.hold(ID) == GROUP
    assert await table.get(GroupId("pb")) is None
    assert [each.cause for each in await table.memberships(ID)] == ["RQ-1", "RQ-1"]


async def test_found_by_any_name_until_it_is_closed(database: Database) -> None:
    table = await added()
    assert await table.named("项目A群") == await table.named("项目A工作群") == GROUP
    assert await table.named("项目") is None
    await table.save(replace(GROUP, state=GroupState.CLOSED), change="closed", by=BY)
    assert await table.named("项目A工作群") is None
    assert await table.versions() == {}


async def test_people_come_and_go(database: Database) -> None:
    table = await added()
    assert await table.join(ID, [B, C], cause="RQ-2", by=BY) == {C}
    assert await table.leave(ID, [A, UserId("d")], cause="RQ-3", by=BY) == {A}
    assert await table.leave(ID, [A], cause="RQ-3", by=BY) == frozenset()
    group = await table.get(ID)
    assert group
    assert group.members == {B, C}
    changes = await Trail.filter(subject="group:pa").order_by("id").values_list("action", flat=True)
    assert changes == ["入群:group.added", "入群:group.joined", "入群:group.left"]


async def test_an_approval_of_his_own_is_noted_even_for_who_is_in(database: Database) -> None:
    table = await added()
    assert await table.join(ID, [B], cause="RQ-2", exempt=True, by=BY) == frozenset()
    group = await table.get(ID)
    assert group
    assert group.exempt == {B}


async def test_a_guest_may_stay_longer(database: Database) -> None:
    table = await added()
    longer = Guest("恒远置业-李总", A, date(2026, 12, 31))
    await table.admit(ID, longer, cause="RQ-2", by=BY)
    group = await table.get(ID)
    assert group
    assert group.guests == (longer,)
    assert await table.dismiss(ID, longer.name, cause="RQ-3", by=BY)
    assert not await table.dismiss(ID, longer.name, cause="RQ-3", by=BY)


async def test_every_change_is_seen(database: Database) -> None:
    table = await added()
    versions = [await table.versions()]
    for change in (
        table.join(ID, [C], cause="x", by=BY),
        table.leave(ID, [C], cause="x", by=BY),
        table.save(replace(GROUP, name="新名"), change="renamed", by=BY),
        table.admit(ID, Guest("客户"), cause="x", by=BY),
        table.dismiss(ID, "客户", cause="x", by=BY),
    ):
        before = table.writes
        await change
        assert table.writes > before
        versions.append(await table.versions())
    assert len({version[ID] for version in versions}) == len(versions)
    assert [group.id for group in await table.read([ID, GroupId("none")])] == [ID]


async def test_the_configuration_counts_where_it_changed(database: Database) -> None:
    table = GroupTable()
    declared = replace(GROUP, guests=())
    await table.declare([declared], by=BY)
    await table.save(replace(declared, name="改了的名字", deputies=frozenset({C})), change="renamed", by=BY)
    await table.join(ID, [C], cause="RQ-2", by=BY)
    await table.declare([declared], by=BY)
    kept = await table.get(ID)
    assert kept
    assert (kept.name, kept.deputies, kept.members) == ("改了的名字", {C}, {A, B, C})
    await table.declare([replace(declared, admins=frozenset({B}), members=frozenset({A}))], by=BY)
    changed = await table.get(ID)
    assert changed
    assert (changed.name, changed.admins, changed.members) == ("改了的名字", {B}, {A, C})


async def test_two_that_start_at_once_declare_once(either_database: Database) -> None:
    table = GroupTable()
    for _ in range(2):
        await either_database.transact(lambda: table.declare([GROUP], by=BY))
    assert await Trail.filter(action__contains="group.added").count() == 1
    assert await either_database.transact(lambda: table.hold(ID)) == GROUP


async def test_the_trail_says_whom_a_change_is_about(database: Database) -> None:
    table = await added()
    await table.save(replace(GROUP, admins=frozenset({B})), change="appointed", by=BY, people=[B])
    await table.save(GROUP, change="renamed", by=BY)
    rows = await Trail.filter(subject="group:pa").order_by("id")
    assert [row.details for row in rows[1:]] == [{"people": ["b"]}, {}]
