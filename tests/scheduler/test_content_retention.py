"""What was found is forgotten: after a month where nobody has decided, after half a year where somebody has."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.moderation.content.item import KEPT_CLOSED, KEPT_OPEN, ContentItem, ItemState, Source
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.storage.models.content import ContentItemRecord
from bot.storage.models.operating import Trail
from scheduler.content_retention import forget_findings
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (forget_findings,)


async def test_what_is_old_is_forgotten(chat: Chat) -> None:
    now, day = chat.clock.now(), timedelta(days=1)
    ages = {"NR-1": KEPT_OPEN + day, "NR-2": KEPT_OPEN + day, "NR-3": KEPT_CLOSED + day, "NR-4": timedelta()}
    by = Act("zhangsan", "内容", "员工", "test:1", now)
    for number, age in ages.items():
        state = ItemState.OPEN if number in ("NR-1", "NR-4") else ItemState.DISMISSED
        item = ContentItem(number, UserId("zhangsan"), None, "C12", ("辱骂",), Source.GROUP, number, now - age, state)
        await chat.core.records.content_items.add(item, "傻逼", by=by)
    await chat.play("""
        ⏰ 2026-11-23 12:00
    """)
    assert sorted([row.number for row in await ContentItemRecord.all()]) == ["NR-2", "NR-4"]
    (entry,) = await Trail.filter(subject="content")
    assert entry.details == {"number": 2}
