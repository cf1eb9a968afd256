"""How far each leave has come on its way to a form of WeCom's."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.office.forms import Filing, FilingState, Stretch
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.filings import FilingTable

NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
FILINGS, BY = FilingTable(), Act("job", "leave-forms", "定时任务", "test:1", NOW)
A, B, FIRST, SECOND = UserId("a"), UserId("b"), "QJ-20261122-001", "QJ-20261122-002"
ONE = Filing(FIRST, A, "年假", Stretch((1, 2, 3), (4, 5), ((4, 86_400),)), "群务", NOW, decider=B)
TWO = replace(ONE, number=SECOND, user=B, wanted_at=NOW + timedelta(minutes=1), decider=None)


@pytest.fixture(autouse=True)
async def filings(database: Database) -> None:
    for filing in (ONE, TWO):
        await FILINGS.add(filing, by=BY)


async def state(number: str) -> FilingState:
    filing = await FILINGS.get(number)
    assert filing
    return filing.state


async def test_it_is_begun_by_one_and_filed_once() -> None:
    assert await FILINGS.waiting(9) == [ONE, TWO]
    assert [await FILINGS.begin(FIRST), await FILINGS.begin(FIRST)] == [True, False]
    assert await FILINGS.waiting(9) == [TWO]
    assert not await FILINGS.filed(FIRST, "202611220001", by=BY)
    assert await FILINGS.get(FIRST) == replace(ONE, state=FilingState.FILED, sp_no="202611220001")
    assert not await FILINGS.begin(FIRST)


async def test_what_was_begun_and_never_heard_of_is_looked_for_after_a_while() -> None:
    await FILINGS.begin(FIRST)
    assert await FILINGS.ripen(NOW, NOW - timedelta(minutes=5)) == (0, NOW)
    assert await state(FIRST) is FilingState.CALLING
    later = NOW + timedelta(minutes=5)
    assert await FILINGS.ripen(later, NOW) == (1, None)
    assert [each.number for each in await FILINGS.waiting(1)] == [FIRST]
    assert [each.number for each in await FILINGS.in_doubt(NOW)] == [FIRST]
    assert not await FILINGS.begin(FIRST)
    assert await FILINGS.again(FIRST, by=BY)
    assert not await FILINGS.in_doubt(later)
    assert await FILINGS.begin(FIRST)


async def test_who_calls_off_before_it_is_begun_files_nothing() -> None:
    filing = await FILINGS.change(FIRST, off=True, by=BY)
    assert filing
    assert filing.state is FilingState.DROPPED
    assert not await FILINGS.begin(FIRST)
    assert await FILINGS.change("QJ-20261122-009", off=True, by=BY) is None


async def test_who_calls_off_in_between_is_not_filed_again() -> None:
    await FILINGS.begin(FIRST)
    await FILINGS.begin(SECOND)
    for number in (FIRST, SECOND):
        filing = await FILINGS.change(number, off=True, by=BY)
        assert filing
        assert (filing.state, filing.changed) == (FilingState.CALLING, True)
    assert not await FILINGS.again(FIRST, by=BY)
    assert await state(FIRST) is FilingState.DROPPED
    assert await FILINGS.filed(SECOND, "1", by=BY)


async def test_what_is_only_cut_short_is_filed_all_the_same() -> None:
    await FILINGS.change(FIRST, off=False, by=BY)
    await FILINGS.begin(FIRST)
    assert await FILINGS.again(FIRST, by=BY)
    await FILINGS.begin(FIRST)
    assert await FILINGS.filed(FIRST, "1", by=BY)


async def test_a_refusal_waits_until_somebody_wants_it_again() -> None:
    for number in (FIRST, SECOND):
        await FILINGS.begin(number)
        await FILINGS.refused(number, errcode=301079, by=BY)
    assert not await FILINGS.waiting(9)
    assert await FILINGS.retry([A], by=BY) == 1
    assert [each.number for each in await FILINGS.waiting(9)] == [FIRST]
    await FILINGS.change(SECOND, off=True, by=BY)
    assert await FILINGS.retry(None, by=BY) == 0


async def test_forms_are_looked_at_in_turn_until_they_are_decided() -> None:
    for number in (FIRST, SECOND):
        await FILINGS.begin(number)
        await FILINGS.filed(number, number[-1], by=BY)
    await FILINGS.looked_at(FIRST, FilingState.FILED, by=BY)
    assert [each.number for each in await FILINGS.to_look_at(1)] == [SECOND]
    assert await FILINGS.under_way([A, B]) == {A, B}
    await FILINGS.looked_at(SECOND, FilingState.PASSED, by=BY)
    assert [each.number for each in await FILINGS.to_look_at(9)] == [FIRST]
    assert await FILINGS.under_way([A, B]) == {A}
