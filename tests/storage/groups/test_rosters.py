"""Lists are kept as they were told, and a doubt is new once, until it was settled and comes back."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.domain.groups.doubts import Doubt, DoubtKind
from bot.domain.groups.roster import Reading, Roster
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.groups.rosters import RosterTable
from bot.storage.models.operating import Trail

TABLE = RosterTable()
AT = datetime(2026, 11, 23, 2, tzinfo=UTC)
BY = Act("job:group-rosters", "group-rosters", "定时任务", "test:1", AT)
PA, PB = GroupId("pa"), GroupId("pb")
A, B = UserId("a"), UserId("b")


async def test_a_list_is_kept_as_it_was_told(database: Database) -> None:
    assert await TABLE.get(PA) == Reading(PA)
    roster = Roster(frozenset({A, B}), frozenset({"恒远置业-李总"}), A, "项目A工作群")
    await TABLE.keep(PA, roster, by=BY)
    assert await TABLE.get(PA) == Reading(PA, roster, AT)
    pasted = Roster(frozenset({A}), maybe=frozenset({B}))
    await TABLE.keep(PA, pasted, told_by=B, by=BY)
    assert await TABLE.get(PA) == Reading(PA, pasted, AT, B)
    await TABLE.keep(PA, pasted, told_by=B, is_new=True, by=BY)
    assert (await TABLE.get(PA)).is_new
    await TABLE.keep(PA, pasted, told_by=B, by=BY)
    assert not (await TABLE.get(PA)).is_new


async def test_a_refusal_leaves_the_last_list(database: Database) -> None:
    await TABLE.refuse(PB, "60011", by=BY)
    assert await TABLE.get(PB) == Reading(PB, refused="60011")
    roster = Roster(frozenset({A}))
    await TABLE.keep(PA, roster, by=BY)
    await TABLE.refuse(PA, "60011", by=BY)
    assert await TABLE.get(PA) == Reading(PA, roster, AT, refused="60011")
    await TABLE.keep(PA, roster, by=BY)
    assert not (await TABLE.get(PA)).refused


async def test_the_same_again_leaves_no_trace(database: Database) -> None:
    for _ in range(2):
        await TABLE.keep(PA, Roster(frozenset({A})), by=BY)
        await TABLE.refuse(PB, "60011", by=BY)
    steps = [each.action for each in await Trail.all().order_by("id")]
    assert steps == ["group-rosters:roster.kept", "group-rosters:roster.refused"]


async def test_what_is_to_be_read_and_looked_at(database: Database) -> None:
    await TABLE.want([PA, PB])
    await TABLE.want([PB])
    assert await TABLE.wanted() == [PA, PB]
    await TABLE.keep(PA, Roster(frozenset()), by=BY)
    await TABLE.refuse(PB, "x", by=BY)
    assert await TABLE.wanted() == []
    await TABLE.want([PA])
    await TABLE.dismiss_want([PA])
    assert await TABLE.wanted() == []
    await TABLE.look([PA, PB])
    assert await TABLE.to_look(1) == [PA]
    await TABLE.looked(PA, known=False)
    assert not (await TABLE.get(PA)).looked_at
    await TABLE.looked(PA)
    assert await TABLE.to_look(9) == [PB]
    assert (await TABLE.get(PA)).looked_at
    assert not (await TABLE.get(PB)).looked_at


async def test_who_waits_to_hear_of_it(database: Database) -> None:
    for user in (A, B, A):
        await TABLE.wish(PA, user)
    assert await TABLE.take_wishes(PA) == [A, B]
    assert await TABLE.take_wishes(PA) == await TABLE.take_wishes(PB) == ()


async def test_a_doubt_is_new_once(database: Database) -> None:
    stranger = Doubt(DoubtKind.STRANGER, A, why="现在在质量部")
    guest = Doubt(DoubtKind.EXPIRED, guest="恒远置业-李总" * 20)
    assert await TABLE.replace_doubts(PA, [stranger, guest], tell=True, by=BY) == [stranger, guest]
    assert await TABLE.replace_doubts(PA, [replace(stranger, why=""), guest], tell=True, by=BY) == []
    assert await TABLE.replace_doubts(PB, [stranger], tell=True, by=BY) == [stranger]
    known = await TABLE.known_doubts(PA)
    assert [(each.kind, each.user) for each in known] == [(DoubtKind.STRANGER, A), (DoubtKind.EXPIRED, None)]
    assert await TABLE.replace_doubts(PA, [guest], tell=True, by=BY) == []
    assert await TABLE.replace_doubts(PA, [stranger, guest], tell=True, by=BY) == [stranger]


async def test_what_was_decided_is_no_doubt_any_more(database: Database) -> None:
    doubts = [Doubt(DoubtKind.STRANGER, A), Doubt(DoubtKind.MISSING, B), Doubt(DoubtKind.EXPIRED, guest="李总")]
    await TABLE.replace_doubts(PA, doubts, tell=True, by=BY)
    await TABLE.replace_doubts(PB, doubts, tell=True, by=BY)
    await TABLE.decided(PA, [A], out=False, by=BY)
    assert list(await TABLE.known_doubts(PA)) == doubts[1:]
    await TABLE.decided(PA, [], "李总", out=True, by=BY)
    assert list(await TABLE.known_doubts(PA)) == [doubts[1]]
    assert list(await TABLE.known_doubts(PB)) == doubts


async def test_who_was_sent_away_is_not_proposed_at_once(database: Database) -> None:
    await TABLE.decided(PA, [A], out=True, by=BY)
    away = Doubt(DoubtKind.NEWCOMER, A)
    assert await TABLE.replace_doubts(PA, [away], tell=True, by=BY) == []
    await TABLE.decided(PA, [A], out=False, by=BY)
    assert await TABLE.replace_doubts(PA, [away], tell=True, by=BY) == [away]


async def test_what_nobody_was_told_of_stays_news(database: Database) -> None:
    stranger, newcomer = Doubt(DoubtKind.STRANGER, A), Doubt(DoubtKind.NEWCOMER, B)
    assert await TABLE.replace_doubts(PA, [stranger], tell=False, by=BY) == [stranger]
    assert await TABLE.replace_doubts(PA, [stranger, newcomer], tell=True, by=BY) == [stranger, newcomer]
    assert await TABLE.replace_doubts(PA, [stranger, newcomer], tell=True, by=BY) == []
