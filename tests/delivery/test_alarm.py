"""Somebody hears of what did not get through: once an hour, and never of the alarm itself."""

from datetime import timedelta

import pytest

from bot.delivery.alarm import CAUSE, SENTENCE, SHUT, Alarm
from bot.domain.company import Company
from bot.domain.granting import by_account
from bot.domain.rights import Role
from bot.files.company import load
from bot.identifiers import UserId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Outcome, Text, ToAsker, ToGroup, ToPerson, Verdict
from bot.shapes.queue import Said, Waiting
from bot.storage.engine.database import Database
from bot.storage.queues.jobs import JobTable
from bot.storage.queues.outbox import OutboxTable
from tests.chat import SAMPLE_COMPANY, Chat, StoppedClock

NOW = load(SAMPLE_COMPANY).now
TOLD = Text(SENTENCE)


class Bell:
    """An alarm on a real outbox; `rung` is what it announced."""

    def __init__(self, database: Database, *, admins: tuple[str, ...] = ("wang", "li")) -> None:
        self.clock = StoppedClock(NOW)
        self.rung: list[Waiting] = []
        company = Company(role_rules=by_account({Role.WECOM_ADMIN: map(UserId, admins)}))
        self.alarm = Alarm(
            OutboxTable(database),
            JobTable(),
            database.transact,
            self.rung.extend,
            self.clock,
            lambda: company,
            by_bot={UserId("li")}.__contains__,
        )


async def test_every_administrator_is_told_once_an_hour(database: Database) -> None:
    bell = Bell(database)
    for minutes in (0, 1, 58, 1):
        bell.clock.time += timedelta(minutes=minutes)
        await bell.alarm.raised("app:1")
    assert [waiting.lane for waiting in bell.rung] == ["app:li", "app:wang"] * 2
    rows = [await OutboxTable(database).get(waiting.id) for waiting in bell.rung]
    assert {(row.cause, row.content) for row in rows} == {(CAUSE, TOLD)}


async def test_what_wecom_refuses_the_app_is_told_by_the_bot_to_who_hears_it(database: Database) -> None:
    bell = Bell(database)
    for _ in range(2):
        await bell.alarm.shut(Via.APP, Outcome(Verdict.MISCONFIGURED, errcode=60020))
    [told] = [await OutboxTable(database).get(waiting.id) for waiting in bell.rung]
    assert (told.cause, told.address) == (SHUT, ToAsker(Via.BOT, UserId("li")))
    assert told.content == Text(
        "企业微信不让应用发消息了（错误码 60020），要发的都先留着。运行 qunwu check 看怎么改，改好后会自动补发。"
    )


async def test_a_restart_does_not_ring_again(database: Database) -> None:
    await Bell(database).alarm.raised("app:1")
    again = Bell(database)
    await again.alarm.raised("app:2")
    assert again.rung == []


async def test_its_own_failure_and_an_office_without_administrators(database: Database) -> None:
    bell, deserted = Bell(database), Bell(database, admins=())
    await bell.alarm.raised(CAUSE)
    await deserted.alarm.raised("app:1")
    assert (bell.rung, deserted.rung) == ([], [])


async def test_a_database_that_is_away_leaves_the_parcel_parked_in_peace(database: Database) -> None:
    async def away(_work: object) -> list[Waiting]:
        raise ConnectionError("the database is away")

    rung: list[Waiting] = []
    company = Company(role_rules=by_account({Role.WECOM_ADMIN: [UserId("wang")]}))
    alarm = Alarm(OutboxTable(database), JobTable(), away, rung.extend, StoppedClock(NOW), lambda: company)
    await alarm.raised("app:1")
    assert rung == []


@pytest.mark.parametrize("also_the_alarm", [False, True])
async def test_in_the_real_core(chat: Chat, *, also_the_alarm: bool) -> None:
    refused = [Outcome(Verdict.REFUSED, errcode=81013)]
    for channel in chat.channels.values() if also_the_alarm else [chat.channels[Via.WEBHOOK]]:
        channel.outcomes = refused * 9
    group = next(group for group in chat.company.groups if group.webhook)
    parcels = await chat.core.database.transact(
        lambda: chat.core.outbox_table.put([Said(ToGroup(group.id), Text("演练"))], cause="test", at=0)
    )
    chat.core.outgoing.add(parcels)
    await chat.core.settled()
    told = {parcel.address for channel in chat.channels.values() for parcel in channel.sent}
    admins = {ToPerson(user) for user in chat.company.grants[Role.WECOM_ADMIN]}
    assert admins
    assert told == (set() if also_the_alarm else admins)
    assert len(await chat.core.parked.all()) == 1 + (len(admins) if also_the_alarm else 0)
