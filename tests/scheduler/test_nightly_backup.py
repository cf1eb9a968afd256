"""When a backup is taken by itself: at its hour, if at all."""

from dataclasses import replace

from bot.domain.company import Company
from bot.domain.upkeep.backups import BackupRules
from bot.storage.engine.database import Database
from scheduler.nightly_backup import back_up_tonight
from tests.chat import Chat


async def wanted(database: Database, rules: BackupRules) -> list[str]:
    def change(company: Company) -> Company:
        return replace(company, backup=rules)

    chat = await Chat.open(database, jobs=(back_up_tonight,), company=change)
    await chat.advance(chat.clock.time.replace(day=24, hour=12))
    found = [each.wanted_at.astimezone(chat.clock.time.tzinfo) for each in await chat.core.records.backups.wanted()]
    await chat.close()
    return [f"{at:%d %H}" for at in found]


async def test_at_its_hour(database: Database) -> None:
    assert await wanted(database, BackupRules(at=23)) == ["22 23", "23 23"]


async def test_switched_off(database: Database) -> None:
    assert await wanted(database, BackupRules(nightly=False)) == []
