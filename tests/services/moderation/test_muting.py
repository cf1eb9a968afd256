"""What ends twice ends once, and whoever comes second says nothing."""

from bot.domain.moderation.cases.case import Noted
from bot.services.moderation.muting import lift
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Address, Content
from bot.storage.engine.database import Database
from scheduler.moderation_clock import moderation_clock
from tests.chat import Chat
from tests.commands.moderation.warnings import MUTED


async def test_over_already_nothing_is_said_and_nothing_written(database: Database) -> None:
    chat = await Chat.open(database, jobs=(moderation_clock,))
    await chat.play(f"""{MUTED}
    郑群@项目A工作群> /解除禁言 @张三
    机器人→张三> …
    机器人@项目A工作群> …
    """)
    now, told = chat.clock.now(), list[tuple[Address, Content]]()
    by = Act("job:moderation-clock", "moderation-clock", "系统", "slot", now)
    store = chat.core.records
    desk = JobContext(now, now, chat.company, store, by, lambda to, content: told.append((to, content)))
    case = await store.cases.get("WG-20261122-001", now)
    assert case
    await database.transact(lambda: lift(desk, case, Noted.ENDED))
    assert not told
    kinds = [each.kind for each in await store.cases.notes(case.number)]
    assert kinds == [Noted.IMPOSED, Noted.ASKED, Noted.SAID, Noted.LIFTED]
    await chat.close()
