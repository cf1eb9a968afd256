"""What was refused is kept, on both databases."""

from datetime import UTC, datetime, timedelta

from bot.domain.refusals import Refusal
from bot.errors import Code
from bot.identifiers import ChatId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.talking.refusals import RefusalTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANG, LI = UserId("zhangsan"), UserId("lisi")


async def test_the_latest_is_ones_own(database: Database) -> None:
    table = RefusalTable()
    assert await table.latest(ZHANG) is None
    last = Refusal(NOW, ZHANG, "禁言", Code.HIGHER_ROLE, ChatId("room"))
    for refusal in (Refusal(NOW, ZHANG, "备份", Code.NO_PERMISSION), last, Refusal(NOW, LI, "公告", Code.LIMIT)):
        await table.note(refusal)
    assert await table.latest(ZHANG) == last


async def test_the_trail_says_whom_it_was_about(database: Database) -> None:
    await RefusalTable().note(Refusal(NOW, ZHANG, "违规记录", Code.NO_PERMISSION), whom=LI)
    entry = await Trail.all().order_by("-id").first()
    assert entry
    assert (entry.actor, entry.details) == (ZHANG, {"code": Code.NO_PERMISSION, "whom": LI})


async def test_of_what_nobody_may_have_said_no_name_is_kept(database: Database) -> None:
    nobody = Act("", "", "", "", NOW)
    await RefusalTable().note(Refusal(NOW, ZHANG, "举报", Code.USE_PRIVATE, ChatId("room")), by=nobody, whom=LI)
    assert await RefusalTable().latest(ZHANG) is None
    entry = await Trail.all().order_by("-id").first()
    assert entry
    assert (entry.actor, entry.subject, entry.details) == ("", "command:", {"code": Code.USE_PRIVATE})


async def test_they_are_counted(database: Database) -> None:
    table = RefusalTable()
    for minutes in (0, 30, 90):
        await table.note(Refusal(NOW - timedelta(minutes=minutes), ZHANG, "备份", Code.NO_PERMISSION))
    assert await table.count(ZHANG, since=NOW - timedelta(hours=1)) == 2
    assert await table.count(LI, since=NOW - timedelta(hours=1)) == 0
