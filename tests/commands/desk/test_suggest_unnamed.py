"""Nothing that is kept says who suggested it."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.models.desk import IdeaRecord
from bot.storage.models.operating import Trail
from bot.storage.models.pipeline import Outbox
from scheduler.desk_clock import desk_clock
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (desk_clock,)


async def test_who_it_was_stands_nowhere(chat: Chat) -> None:
    await chat.say("张三", "/匿名建议 加班调休能不能早点批")
    await chat.advance(chat.clock.time)
    (row,) = await IdeaRecord.all()
    assert row.teller is None
    entries = await Trail.filter(subject=f"idea:{row.number}").values("actor", "cause", "details")
    assert entries
    assert not any("zhangsan" in str(each) or each["cause"].startswith("test") for each in entries)
    told = [each for each in await Outbox.all() if "xiaoyunying" in each.address]
    assert told
    assert all(each.cause.startswith("job:") for each in told)
