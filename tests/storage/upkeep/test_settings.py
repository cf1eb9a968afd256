"""Changes of the configuration as they are kept, on either kind of database, and as two processes see them."""

from datetime import UTC, datetime, time

from bot.domain.company import Company
from bot.domain.upkeep.configuration import Plain, SettingChange
from bot.domain.upkeep.setup import Step, StepState
from bot.identifiers import UserId
from bot.services.upkeep.settings_book import SettingsBook
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.upkeep.settings import SettingTable, SetupTable
from tests.sample_settings import with_sample

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
BY = Act("wuguan", "参数", "企业微信管理员", "m1", NOW)
QUIET = "notices.quiet_from"


def change(number: int, key: str, value: Plain | None, before: Plain | None = None) -> SettingChange:
    return SettingChange(f"PZ-{number}", key, value, before, UserId("wuguan"), NOW, UserId("sunli"))


async def test_the_last_word_on_each_setting_counts(database: Database) -> None:
    table = SettingTable()

    async def work() -> None:
        await table.add(change(1, QUIET, "22:00"), by=BY)
        await table.add(change(2, "roles.hr.people", ["lina"]), by=BY)
        await table.add(change(3, QUIET, None, "22:00"), by=BY)
        await table.add(change(4, "figures.weekly", value=False), by=BY)

    await database.transact(work)
    assert await table.overlay() == {"roles.hr.people": ["lina"], "figures.weekly": False}
    assert await table.last(QUIET) == change(3, QUIET, None, "22:00")
    assert await table.get("PZ-2") == change(2, "roles.hr.people", ["lina"])
    assert [each.number for each in await table.newest(2)] == ["PZ-4", "PZ-3"]
    assert await Trail.filter(action="参数:setting.changed").count() == 4


async def test_another_process_follows(database: Database) -> None:
    here, there = SettingTable(), SettingTable()
    book = SettingsBook(there, with_sample(Company()))
    assert await there.version() == 0

    await database.transact(lambda: here.add(change(1, QUIET, "22:30"), by=BY))
    assert here.writes
    assert await there.version() > 0
    company = await book.read()
    assert company is not None
    assert company.pace.calendar.quiet.begins == time(22, 30)


async def test_what_does_not_fit_this_process_s_file_leaves_it_as_it_was(database: Database) -> None:
    table = SettingTable()
    book = SettingsBook(table, with_sample(Company()))
    before = book.company
    await database.transact(lambda: table.add(change(1, "moderation.by_type.X9", "D3"), by=BY))
    assert await book.read() is None
    assert book.company is before


async def test_how_far_the_set_up_is(database: Database) -> None:
    table = SetupTable()

    async def work() -> None:
        await table.put(Step.ROLES, StepState.SKIPPED, by=BY)
        await table.put(Step.ROLES, StepState.DONE, by=BY)

    assert await table.since() is None
    await database.transact(work)
    assert await table.progress() == {Step.ROLES: StepState.DONE}
    assert await table.since() == NOW
