"""Reminders as they are kept, on either kind of database."""

from datetime import UTC, datetime, timedelta

from bot.domain.reminders.reminder import Reminder, ReminderState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.reminders.reminders import ReminderTable
from bot.storage.talking.cards import CardTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("a", "提醒", "员工", "m1", NOW)
A, B = UserId("a"), UserId("b")
HOUR = timedelta(hours=1)


async def test_settled_once_and_forgotten_unless_held(database: Database) -> None:
    table = ReminderTable()
    one = Reminder("TX-20261122-001", A, B, "交表", NOW + HOUR)
    two = Reminder("TX-20261122-002", A, A, "开会", NOW + 2 * HOUR)

    async def work() -> None:
        for each in (two, one):
            await table.add(each, by=BY)
        assert await table.waiting_of(A, NOW) == [one, two]
        assert await table.between(B, NOW, NOW + HOUR, NOW) == []
        assert await table.between(B, NOW, NOW + 2 * HOUR, NOW) == [one]
        assert [await table.settle(one, ReminderState.CANCELLED, by=BY) for _ in range(2)] == [True, False]
        assert await table.between(B, NOW, NOW + 2 * HOUR, NOW) == []
        assert await table.forget(NOW + HOUR, by=BY, held={B}) == 0
        assert await table.forget(NOW + HOUR, by=BY, held=frozenset()) == 1
        assert (await table.get(one.number, NOW), await table.get(two.number, NOW)) == (None, two)

    await database.transact(work)


async def test_many_are_told_by_one_statement_or_none(database: Database) -> None:
    table = ReminderTable()
    some = [Reminder(f"TX-20261122-00{number}", A, B, "交表", NOW + HOUR) for number in range(1, 4)]

    async def work() -> None:
        for each in some:
            await table.add(each, by=BY)
        assert await table.settle(some[2], ReminderState.CANCELLED, by=BY)
        assert not await table.settle_all(some, ReminderState.TOLD, by=BY), "one was called off"

    await database.transact(work)
    assert await table.settle_all(some[:1], ReminderState.DONE, by=BY) is False, "it is told already"
    assert [each.state for each in await table.some([each.number for each in some], NOW)] == [
        ReminderState.TOLD,
        ReminderState.TOLD,
        ReminderState.CANCELLED,
    ]


async def test_what_many_were_told_stands_on_the_trail_once_each(database: Database) -> None:
    table = ReminderTable()
    some = [Reminder(f"TX-20261122-00{number}", A, B, "交表", NOW + HOUR) for number in range(1, 4)]
    for each in some:
        await table.add(each, by=BY)
    assert await table.settle_all(some, ReminderState.TOLD, by=BY)
    rows = await database.fetch("SELECT subject, details FROM trail WHERE action = '提醒:reminder.told' ORDER BY id")
    assert [row["subject"] for row in rows] == [f"reminder:{each.number}" for each in some]


async def test_each_of_many_has_a_card_of_his_own(database: Database) -> None:
    ids = await CardTable().issue_all(topic="reminder", holders={"TX-1": A, "TX-2": B})
    assert await CardTable().find(ids["TX-2"]) == ("reminder", "TX-2", B)
    assert await CardTable().issue_all(topic="reminder", holders={}) == {}
