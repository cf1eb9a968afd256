"""Files are kept once, read back whole, bounded, and forgotten once nobody needs them."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.safety.hazards.hazard import Side
from bot.domain.safety.training.training import Material
from bot.identifiers import FileId, UserId
from bot.shapes.act import Act
from bot.shapes.incoming import Incoming, Kind, Picture, Via
from bot.shapes.outgoing import Attachment, Media, ToPerson
from bot.shapes.queue import Said, Settlement
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.models.pipeline import FileRecord
from bot.storage.queues.inbox import InboxTable
from bot.storage.queues.outbox import OutboxTable
from bot.storage.safety.experiences import ExperienceTable
from bot.storage.safety.hazards import HazardTable
from bot.storage.safety.trainings import TrainingTable
from bot.storage.talking.files import MOST_BYTES, FileTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
DATA = bytes(range(256)) * 10
ACT = Act("job:file-retention", "file-retention", "定时任务", "slot", NOW)


async def test_the_same_bytes_are_kept_once(database: Database) -> None:
    files = FileTable()
    first = await files.keep(DATA, at=NOW)
    assert await database.transact(lambda: files.keep(DATA, at=NOW)) == first
    assert await files.read(first) == DATA
    assert await files.read(FileId("nothing")) is None
    assert await FileRecord.all().count() == 1


async def kept(*days_ago: int) -> list[FileId]:
    return [await FileTable().keep(b"%d" % days, at=NOW - timedelta(days=days)) for days in days_ago]


async def forget(database: Database, *, at_most: int = 10) -> int:
    """What is older than a week."""
    return await database.transact(lambda: FileTable().forget(NOW - timedelta(days=7), at_most=at_most, by=ACT))


async def left() -> set[FileId]:
    return {FileId(file) for file in await FileRecord.all().values_list("id", flat=True)}


async def test_old_ones_go_the_oldest_first(database: Database) -> None:
    young, old, older = await kept(6, 8, 9)
    assert [await forget(database, at_most=1), await left()] == [1, {young, old}]
    assert [await forget(database), await left()] == [1, {young}]
    assert await forget(database) == 0
    assert [entry.details for entry in await Trail.filter(subject="files")] == [{"number": 1}] * 2
    assert older not in await left()


async def test_one_that_comes_again_is_young_again(database: Database) -> None:
    (file,) = await kept(9)
    assert await FileTable().keep(b"9", at=NOW) == file
    assert await forget(database) == 0


async def test_what_a_message_or_a_parcel_still_needs_stays(database: Database) -> None:
    heard, parked, said, done = await kept(8, 9, 10, 11)
    inbox, outbox = InboxTable(database), OutboxTable(database)
    for key, file in (("a", heard), ("b", parked)):
        pictures = (Picture("https://example.com", file=file),)
        message = Incoming(key, Via.BOT, Kind.TEXT, UserId("zhangsan"), NOW, pictures=pictures)
        await inbox.store([(message, False)])
    await database.transact(lambda: inbox.park(2, "ticket", "why"))
    for file in (said, done):
        await outbox.put(
            [Said(ToPerson(UserId("lisi")), Attachment(Media.IMAGE, file, "a.png", "图"))], cause="t", at=0
        )
    await outbox.settle([Settlement(2, "done", 0)])
    assert await forget(database, at_most=1) == 1
    assert await left() == {heard, parked, said}
    await database.transact(lambda: inbox.claim(1, 0))
    assert await forget(database) == 1
    assert await left() == {parked, said}


async def test_pictures_of_hazards_stay_as_long_as_these(database: Database) -> None:
    (picture,) = await kept(30)
    assert await HazardTable().add_photo("YH-20261122-001", picture, Side.BEFORE, by=ACT)
    assert await forget(database) == 0


async def test_what_trainings_and_shared_experience_show_stays_as_long_as_these(database: Database) -> None:
    slides, seen, _ = await kept(30, 31, 32)
    await TrainingTable().keep("PX-20261122-001", Material(file=slides, name="资料1.pdf"), by=ACT)
    await TrainingTable().keep("PX-20261122-001", Material(text="先看第三页"), by=ACT)
    await ExperienceTable().show("JY-20261122-001", seen, by=ACT)
    assert await forget(database) == 1
    assert await left() == {slides, seen}


async def test_too_much_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="a file of"):
        await FileTable().keep(b"0" * (MOST_BYTES + 1), at=NOW)
