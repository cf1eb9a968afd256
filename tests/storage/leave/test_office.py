"""What WeCom was told of balances; what is wanted meanwhile isn't lost."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.domain.office.quotas import Left, Quota, QuotaState, Vacation
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveLedgerTable
from bot.storage.leave.office import QuotaTable

QUOTAS, LEDGERS = QuotaTable(), LeaveLedgerTable()
BY = Act("job", "leave-balances", "定时任务", "test:1", datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai")))
A, B = UserId("a"), UserId("b")
FIVE, FOUR = Left(Decimal(5), Decimal(40)), Left(Decimal(4), Decimal(32))
GRANT = Entry(EntryKind.GRANTED, "年假", 2026, Decimal(5), date(2026, 1, 1), "L1", "", "§3", date(2026, 12, 31))


async def the_one() -> Quota:
    (quota,) = await QUOTAS.to_write(9)
    return quota


async def test_it_is_written_once(database: Database) -> None:
    await QUOTAS.want(A, "年假", "年假", FIVE)
    quota = await the_one()
    assert quota == Quota(A, "年假", "年假", FIVE)
    await QUOTAS.written(quota, 432_000, by=BY)
    assert not await QUOTAS.to_write(9)
    await QUOTAS.want(A, "年假", "年假", FIVE)
    assert not await QUOTAS.to_write(9)
    assert await QUOTAS.to_check(9) == [replace(quota, state=QuotaState.WRITTEN, written=432_000)]


async def test_what_changed_meanwhile_waits_again(database: Database) -> None:
    await QUOTAS.want(A, "年假", "年假", FIVE)
    quota = await the_one()
    await QUOTAS.want(A, "年假", "年假", FOUR)
    await QUOTAS.written(quota, 432_000, by=BY)
    assert await the_one() == Quota(A, "年假", "年假", FOUR, written=432_000)
    await QUOTAS.refused(quota, "301055", by=BY)
    assert (await the_one()).state is QuotaState.TO_WRITE


async def test_a_refusal_is_told_once_until_something_else_is_wanted(database: Database) -> None:
    await QUOTAS.want(A, "年假", "年假", FIVE)
    await QUOTAS.refused(await the_one(), "301055", by=BY)
    assert not await QUOTAS.to_write(9)
    (told,) = await QUOTAS.newly_refused()
    assert (told.user, told.why) == (A, "301055")
    assert not await QUOTAS.newly_refused()
    await QUOTAS.want(A, "年假", "年假", FOUR)
    await QUOTAS.refused(await the_one(), "301055", by=BY)
    assert len(await QUOTAS.newly_refused()) == 1


async def test_everybody_has_his_turn_at_being_looked_at(database: Database) -> None:
    for user in (A, B):
        await QUOTAS.want(user, "年假", "年假", FIVE)
    for quota in await QUOTAS.to_write(9):
        await QUOTAS.written(quota, 432_000, by=BY)
    (first,) = await QUOTAS.to_check(1)
    await QUOTAS.checked(first, seen=1)
    (second,) = await QUOTAS.to_check(1)
    assert (first.user, second.user) == (A, B)
    await QUOTAS.checked(second, seen=None)
    (again,) = await QUOTAS.to_check(1)
    assert (again.user, again.seen) == (A, 1)


async def test_written_once_more(database: Database) -> None:
    for user in (A, B):
        await QUOTAS.want(user, "年假", "年假", FIVE)
    for quota in await QUOTAS.to_write(9):
        await QUOTAS.written(quota, 432_000, by=BY)
    assert await QUOTAS.rewrite([A], by=BY) == 1
    assert (await the_one()).user == A
    assert await QUOTAS.rewrite(None, by=BY) == 2
    assert len(await QUOTAS.to_write(1)) == 1


async def test_whose_ledgers_grew(database: Database) -> None:
    await LEDGERS.write(A, [GRANT], by=BY)
    await LEDGERS.write(B, [GRANT, replace(GRANT, lot="L2")], by=BY)
    users, entry = await QUOTAS.changed(2)
    assert list(users) == [A, B]
    await QUOTAS.caught_up(entry)
    users, entry = await QUOTAS.changed(9)
    assert list(users) == [B]
    await QUOTAS.caught_up(entry)
    assert await QUOTAS.changed(9) == ([], entry)
    await QUOTAS.caught_up(0)
    assert list((await QUOTAS.changed(9))[0]) == [A, B]


async def test_what_is_watched_is_compared_and_never_written(database: Database) -> None:
    await QUOTAS.want(A, "年假", "年假", FIVE)
    await QUOTAS.want(A, "年假", "年假", FIVE, watched=True)
    assert not await QUOTAS.to_write(9)
    (watched,) = await QUOTAS.to_check(9)
    assert (watched.state, watched.expected(Vacation(1, "年假", by_hour=False))) == (QuotaState.WATCHED, 432_000)
    assert await QUOTAS.rewrite(None, by=BY) == 0
    await QUOTAS.want(A, "年假", "年假", FIVE)
    assert (await the_one()).state is QuotaState.TO_WRITE
