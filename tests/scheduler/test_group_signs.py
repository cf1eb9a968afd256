"""In which groups something happened."""

from datetime import date

from bot.identifiers import GroupId
from bot.storage.engine.database import Database
from scheduler.group_signs import see_groups
from tests.chat import Chat


async def test_what_people_say_there_is_a_sign(database: Database) -> None:
    chat = await Chat.open(database, jobs=[see_groups])
    await chat.play("""
        张三@项目A工作群> @小助手 帮助
        机器人@项目A工作群> …
        张三> 帮助
        机器人> …
        ⏰ 2026-11-25 03:00
    """)
    watches = await chat.core.records.group_watches.all()
    assert {each.id for each in chat.company.groups} == watches.keys()
    assert watches[GroupId("projecta")].seen == date(2026, 11, 22)
    assert watches[GroupId("projectb")].seen is None
    chat.core.book._company = chat.company.with_groups(
        [each for each in chat.company.groups if each.id != GroupId("projectb")]
    )
    await chat.advance(chat.clock.time.replace(day=26))
    assert GroupId("projectb") not in await chat.core.records.group_watches.all()
    await chat.close()
