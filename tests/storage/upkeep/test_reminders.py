"""Reminders as they are kept, on either kind of database."""

from datetime import UTC, datetime, timedelta

from bot.domain.reminders.reminder import Reminder, ReminderState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.reminders.reminders import ReminderTable

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
