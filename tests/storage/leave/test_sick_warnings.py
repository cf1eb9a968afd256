"""Told once in a window; on both databases."""

from datetime import UTC, date, datetime

from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.sick_warnings import SickWarningTable

ACT = Act("job:sick-time", "sick-time", "定时任务", "slot", datetime(2026, 11, 23, 1, 20, tzinfo=UTC))
ZHANG, LI = UserId("zhangsan"), UserId("lisi")
AUGUST, MARCH = date(2026, 8, 1), date(2027, 3, 1)


async def test_once_in_a_window(database: Database) -> None:
    table = SickWarningTable()
    told = [await table.note(user, since, by=ACT) for user in (ZHANG, LI) for since in (AUGUST, AUGUST, MARCH)]
    assert told == [True, False, True] * 2
    assert await table.of(ZHANG) == [AUGUST, MARCH]
