"""Three years after it was posted nothing is left of a notice, and of nothing else."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft
from bot.shapes.job import Job
from bot.storage.models.duties import DutyRecord
from bot.storage.models.notices import NoticeRecord
from scheduler.notice_retention import forget_notices
from tests.chat import Chat
from tests.services.notices.posted import posted, work_in


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ()


async def test_after_three_years(chat: Chat) -> None:
    await posted(chat, Draft("停电", Audience(everybody=True)))
    chat.clock.time += timedelta(days=3 * 365 - 1)
    await work_in(chat, lambda ctx: forget_notices.run(ctx, None))
    assert await NoticeRecord.all().count() == 1
    chat.clock.time += timedelta(days=3)
    await work_in(chat, lambda ctx: forget_notices.run(ctx, None))
    assert await NoticeRecord.all().count() == 0


async def test_what_else_is_kept_has_its_own_time(chat: Chat) -> None:
    """Rosters go two years after their year, however short announcements are kept."""
    now = chat.clock.now()
    long_ago = now.date() - timedelta(days=4 * 365)
    await DutyRecord.create(user="zhangsan", month=long_ago, cells="", written_by="lina", written_at=now)
    await work_in(chat, lambda ctx: forget_notices.run(ctx, None))
    assert await DutyRecord.all().count() == 1
