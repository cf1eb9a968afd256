"""Licences for special work, on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.safety.training.certificates import Certificate
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.safety.certificates import CertificateTable

ZHANG = UserId("zhangsan")
FIRST = Certificate(ZHANG, "低压电工", date(2027, 3, 1))
BY = Act("chenan", "特种作业证", "安全管理员", "test:1", datetime(2026, 11, 22, 2, 0, tzinfo=UTC))
TABLE = CertificateTable()


async def test_the_last_word_counts(database: Database) -> None:
    await TABLE.note(FIRST, by=BY)
    renewed = replace(FIRST, ends=date(2030, 3, 1))
    await TABLE.note(renewed, by=BY)
    other = Certificate(ZHANG, "焊接", date(2027, 1, 1))
    await TABLE.note(other, by=BY)
    assert await TABLE.of(ZHANG) == [renewed, other]
    assert await TABLE.ending(date(2028, 1, 1)) == [other]
