"""Leave balances, in the sandbox."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.office.quotas import DAY, HOUR, Vacation
from bot.identifiers import UserId
from bot.shapes.outgoing import Verdict
from bot.shapes.ports import OfficeRefused
from bot.wecom.office.vacations import AppVacations

from .sandboxed import Sandbox, sandboxed

ZHANG = UserId("zhangsan")


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with sandboxed() as sandbox:
        yield sandbox


async def test_what_is_written_can_be_read(sandbox: Sandbox) -> None:
    async with sandbox.rest() as rest:
        vacations = AppVacations(rest)
        kinds = {each.name: each for each in await vacations.kinds()}
        assert kinds["年假"] == Vacation(1, "年假", by_hour=False)
        assert kinds["调休假"].by_hour
        await vacations.put(ZHANG, kinds["年假"], 3 * DAY)
        await vacations.put(ZHANG, kinds["年假"], 3 * DAY)
        await vacations.put(ZHANG, kinds["调休假"], 12 * HOUR)
        left = await vacations.left(ZHANG)
    assert (left[1], left[kinds["调休假"].id]) == (3 * DAY, 12 * HOUR)


async def test_what_it_will_not_have(sandbox: Sandbox) -> None:
    async with sandbox.rest() as rest:
        for user, vacation, seconds in (
            (ZHANG, Vacation(99, "?", by_hour=False), DAY),
            (ZHANG, Vacation(1, "年假", by_hour=False), 1000),
            (UserId("nobody"), Vacation(1, "年假", by_hour=False), DAY),
        ):
            with pytest.raises(OfficeRefused) as refused:
                await AppVacations(rest).put(user, vacation, seconds)
            assert refused.value.outcome.verdict is Verdict.REFUSED


async def test_where_it_isnt_granted(sandbox: Sandbox) -> None:
    await sandbox.do("settings", listed_in="checkin")
    async with sandbox.rest() as rest:
        with pytest.raises(OfficeRefused) as refused:
            await AppVacations(rest).kinds()
    assert refused.value.outcome.errcode == 301055
