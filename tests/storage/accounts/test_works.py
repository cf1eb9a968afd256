"""What is to be done to accounts is kept alike on both databases: names and telephone numbers under seal, and gone."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.accounts.newcomer import Employment, Newcomer
from bot.domain.accounts.works import Deed, Work, WorkState
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.accounts.works import WorkTable
from bot.storage.models.accounts import AccountWorkRecord
from bot.storage.models.operating import Trail
from bot.storage.privacy.sealing import Seal

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("lina", "申请账号", "人力资源", "test:1", NOW)
MOBILE = "13800001111"
NEWCOMER = Newcomer("王小明", 4, "操作工", MOBILE, Employment.INTERN, date(2027, 3, 31), UserId("wangqiang"))
WORK = Work(Deed.CREATE, UserId("wangxiaoming"), UserId("lina"), NOW, newcomer=NEWCOMER)
CHANGE = Work(Deed.CHANGE, UserId("lisi"), UserId("lina"), NOW, change={"mobile": "13900001111"})

pytestmark = pytest.mark.usefixtures("database")


async def test_it_is_read_back_and_sealed() -> None:
    table = WorkTable(Seal([bytes(32)]))
    added = await table.add(WORK, by=BY)
    assert await table.get(added.number, NOW) == added
    assert await table.get(added.number + 1, NOW) is None
    assert await table.open_ones() == await table.open_ones(NOW) == [added]
    assert await table.of_user(WORK.user, NOW) == [added]
    assert await table.of_mobile(MOBILE, NOW) == [added]
    assert await table.of_mobile("13800001112", NOW) == []
    stored = str([*await AccountWorkRecord.all().values(), *await Trail.all().values()])
    assert MOBILE not in stored
    assert "王小明" not in stored
    assert await WorkTable().open_ones(NOW) == []


async def test_once_it_is_over_the_number_is_gone_and_still_found() -> None:
    table = WorkTable(Seal([bytes(32)]))
    for work in (WORK, CHANGE):
        added = await table.add(work, by=BY)
        done = added.becomes(WorkState.DONE)
        assert await table.save(done, was=1, by=BY)
        assert not await table.save(done, was=1, by=BY)
        [found] = await table.of_mobile(work.mobile, NOW)
        assert (found.state, found.mobile, found.user) == (WorkState.DONE, "", work.user)
    assert await table.open_ones(NOW) == []


async def test_it_is_found_by_its_cause_and_under_another_account() -> None:
    table = WorkTable(Seal([bytes(32)]))
    added = await table.add(WORK, by=BY)
    assert await table.save(added.called(UserId("wangxiaoming2")), was=1, by=BY)
    assert [each.user for each in await table.of_user(UserId("wangxiaoming2"), NOW)] == ["wangxiaoming2"]
    assert await table.of_cause("ZH-1", NOW) == []
