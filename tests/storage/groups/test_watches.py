"""When something was last seen in a group, on either kind of database."""

from datetime import UTC, date, datetime, timedelta

from bot.domain.groups.idling import Answer, Watch
from bot.identifiers import ChatId, GroupId, UserId
from bot.shapes.act import Act
from bot.shapes.incoming import Incoming, Kind, Via
from bot.storage.audit import trail
from bot.storage.engine.database import Database
from bot.storage.groups.watches import GroupWatchTable
from bot.storage.queues.inbox import InboxTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
DAY = NOW.date()
JOB = Act("job:x", "x", "x", "slot", NOW)
BY = Act("zheng", "退群", "群管理员", "m1", NOW)
G, H = GroupId("g"), GroupId("h")
TABLE = GroupWatchTable()


async def test_watched_seen_asked_answered(database: Database) -> None:
    async def work() -> None:
        await TABLE.note([G, H], [H], DAY)
        await TABLE.note([G, H], [G], DAY - timedelta(days=1))
        await TABLE.note([G], [H], DAY - timedelta(days=3))
        assert await TABLE.all() == {G: Watch(G, DAY, DAY - timedelta(days=1)), H: Watch(H, DAY, DAY)}
        await TABLE.ask([G], "2026-12", by=JOB)
        assert not await TABLE.answer(G, "2026-11", Answer.KEEP, by=BY)
        assert [await TABLE.answer(G, "2026-12", Answer.KEEP, by=BY) for _ in range(2)] == [True, False]
        kept = await TABLE.get(G)
        assert kept
        assert (kept.asked, kept.answer, kept.answered_on) == ("2026-12", Answer.KEEP, date(2026, 11, 22))
        await TABLE.forget([G])
        assert await TABLE.get(G) is None

    await database.transact(work)


async def test_what_people_did_is_a_sign(database: Database) -> None:
    def said(key: str, chat: str | None) -> Incoming:
        where = ChatId(chat) if chat else None
        return Incoming(key, Via.BOT, Kind.TEXT, UserId("li"), NOW, text="好", chat=where)

    await InboxTable(database).store([(said("1", "chat-1"), False), (said("2", None), False)])

    async def work() -> None:
        await trail.record(BY, "group.left", "group:g", people=["li"])
        await trail.record(JOB, "group.saved", "group:h")
        signs = await TABLE.signs(NOW - timedelta(hours=1), NOW + timedelta(hours=1))
        assert (signs.chats, signs.groups) == ({"chat-1"}, {"g"})
        before = await TABLE.signs(NOW - timedelta(hours=2), NOW - timedelta(hours=1))
        assert not before.chats | before.groups

    await database.transact(work)
