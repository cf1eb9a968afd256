"""What the pipeline stands on: who tells of new rows, and who can be reached in private."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

import pytest

from bot.domain.company import Company
from bot.errors import Defect
from bot.ground import Announcer, Ground, lay_ground, members_of
from bot.identifiers import UserId
from bot.shapes.incoming import Via
from bot.shapes.queue import Waiting
from bot.storage.engine.database import Database
from tests.chat import Recorder, StoppedClock
from tests.fixtures import either_database

database = either_database
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ZHANG = UserId("zhangsan")


def ground(database: Database, *channels: Recorder) -> Ground:
    by_way: Mapping[Via, Recorder] = {each.via: each for each in channels}
    return lay_ground(Company(), database, StoppedClock(NOW), members_of(database), by_way, None)


async def test_by_the_app_everybody_is_reached_by_the_bot_who_has_written_to_it(database: Database) -> None:
    app, bot, mute = Recorder(Via.APP), Recorder(Via.BOT), Recorder(Via.BOT, pushes=False)
    assert ground(database, app).reaches(ZHANG)
    assert not ground(database).reaches(ZHANG)
    for channel, reached in ((bot, True), (mute, False)):
        laid = ground(database, channel)
        assert not laid.reaches(ZHANG)
        await database.transact(partial(laid.records.peers.hear, ZHANG, NOW))
        assert laid.reaches(ZHANG) is reached


async def test_only_those_who_share_a_database_have_others_to_tell(database: Database) -> None:
    assert (members_of(database) is not None) is database.postgres


def test_what_nobody_could_work_on_is_a_defect() -> None:
    with pytest.raises(Defect):
        Announcer(None)([Waiting(1, "lane", urgent=False)])
