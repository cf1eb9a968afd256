"""Cases are kept with their steps, one for each person in each group."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.nicknames.cases import NicknameCase
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.groups.nickname_cases import NicknameCaseTable
from bot.storage.models.operating import Trail

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("job:nickname-patrol", "nickname-patrol", "定时任务", "test", NOW)
CASE = NicknameCase(UserId("zhangsan"), GroupId("a"), "三哥", NOW)


async def test_a_case_goes_its_steps_and_is_closed(database: Database) -> None:
    table = NicknameCaseTable()
    await table.save([CASE, replace(CASE, group=None)], by=BY)
    reminded = replace(CASE, reminded=1, reminded_at=NOW + timedelta(days=1))
    await table.save([reminded], by=BY)
    assert await table.open_ones() == [reminded, replace(CASE, group=None)]
    await table.close([reminded], by=BY)
    assert await table.open_ones() == [replace(CASE, group=None)]
    steps = await Trail.all().order_by("id").values_list("action", flat=True)
    assert [step.partition(":")[2] for step in steps] == [
        "nickname.found",
        "nickname.found",
        "nickname.reminded",
        "nickname.closed",
    ]
