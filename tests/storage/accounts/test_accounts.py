"""How accounts came about is kept alike on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.accounts.account import Account, Origin
from bot.domain.accounts.newcomer import Employment
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.accounts.accounts import AccountTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("job:account-profiles", "account-profiles", "", "test:1", NOW)
ZHANG = Account(UserId("zhangsan"), Origin.BEFORE, date(2026, 11, 1))
HE = Account(
    UserId("hemiao"), Origin.ASKED, date(2026, 11, 20), Employment.INTERN, date(2026, 12, 31), UserId("wangqiang")
)

pytestmark = pytest.mark.usefixtures("database")


async def test_it_is_read_back() -> None:
    table = AccountTable()
    await table.add([ZHANG, HE], by=BY)
    await table.add([replace(ZHANG, origin=Origin.FOUND)], by=BY)
    assert await table.known() == {"zhangsan", "hemiao"}
    assert [await table.get(each.user) for each in (ZHANG, HE)] == [ZHANG, HE]
    assert await table.get(UserId("nobody")) is None
    assert await table.seen_since(date(2026, 11, 20)) == [HE]
    assert await table.ending(date(2026, 12, 1), date(2026, 12, 31)) == [HE]
    assert await table.ending(date(2027, 1, 1), date(2027, 12, 31)) == []
    assert await table.employed() == {HE.user: Employment.INTERN}


async def test_who_has_confirmed_this_year_is_asked_no_more() -> None:
    table = AccountTable()
    await table.add([ZHANG, HE], by=BY)
    await table.put(replace(ZHANG, confirmed_on=date(2027, 1, 12)), by=BY)
    await table.put(replace(HE, confirmed_on=date(2026, 1, 12)), by=BY)
    assert await table.unconfirmed(date(2027, 1, 10)) == {"hemiao"}
