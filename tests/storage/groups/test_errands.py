"""Errands: kept, found while they are open, settled once."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.groups.errands import Deed, Errand, ErrandState
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.groups.errands import ErrandTable

TABLE = ErrandTable()
BY = Act("a", "入群", "群管理员", "test:1", datetime(2026, 11, 22, 2, tzinfo=UTC))
PA, C = GroupId("pa"), UserId("c")


async def test_from_decision_to_end(database: Database) -> None:
    wanted = Errand(PA, Deed.ADD, "RQ-1", UserId("a"), (UserId("a"), UserId("b")), reason="报到", exempt=True)
    errand = await TABLE.add(wanted, by=BY)
    guest = Errand(PA, Deed.ADD, "YQ-1", UserId("a"), guest="恒远置业-李总", expires_on=date(2026, 12, 31), helper=C)
    assert replace(await TABLE.add(guest, by=BY), number=0) == guest
    assert await TABLE.save(replace(guest, number=2, state=ErrandState.DROPPED), was=ErrandState.TO_DO, by=BY)
    other = await TABLE.add(Errand(GroupId("pb"), Deed.RENAME, "RQ-2", UserId("a"), wish="新名"), by=BY)
    assert replace(errand, number=0) == wanted
    assert await TABLE.open_ones() == [errand, other]
    assert await TABLE.open_ones(PA) == await TABLE.of_cause("RQ-1") == [errand]
    asked = replace(errand, state=ErrandState.ASKED, due_at=datetime(2026, 11, 23, tzinfo=UTC))
    assert await TABLE.save(asked, was=ErrandState.TO_DO, by=BY)
    assert not await TABLE.save(asked, was=ErrandState.TO_DO, by=BY)
    assert await TABLE.get(errand.number) == asked
    done = replace(asked, state=ErrandState.DONE, by=UserId("c"), due_at=None)
    assert await TABLE.save(done, was=ErrandState.ASKED, by=BY)
    assert await TABLE.open_ones() == [other]
    assert await TABLE.done_unchecked(PA) == [done]
    assert await TABLE.save(replace(done, checked=True), was=ErrandState.DONE, by=BY)
    assert await TABLE.done_unchecked(PA) == []
    assert await TABLE.get(10**6) is None


async def test_what_was_done_about_somebody(database: Database) -> None:
    a, b, c = UserId("a"), UserId("b"), UserId("c")
    first = await TABLE.add(Errand(PA, Deed.REMOVE, "YC-1", c, (a, b)), by=BY)
    guest = await TABLE.add(Errand(PA, Deed.REMOVE, "YC-2", c, guest="恒远置业-李总"), by=BY)
    await TABLE.add(Errand(PA, Deed.ADD, "YQ-1", c, (a,)), by=BY)
    await TABLE.add(Errand(GroupId("pb"), Deed.REMOVE, "YC-3", c, (a,)), by=BY)
    again = await TABLE.add(Errand(PA, Deed.REMOVE, "YC-4", c, (a,)), by=BY)
    assert await TABLE.past(PA, Deed.REMOVE, user=a) == [again, first]
    assert await TABLE.past(PA, Deed.REMOVE, user=c) == []
    assert await TABLE.past(PA, Deed.REMOVE, guest="恒远置业-李总") == [guest]
