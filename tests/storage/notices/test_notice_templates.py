"""Templates are kept alike on both databases, one of a name."""

from datetime import UTC, datetime

import pytest

from bot.domain.notices.templates import Template
from bot.shapes.act import Act
from bot.storage.models.operating import Trail
from bot.storage.notices.notice_templates import NoticeTemplateTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ACT = Act("ops", "公告模板", "运营", "test", NOW)

pytestmark = pytest.mark.usefixtures("database")


async def test_one_of_a_name() -> None:
    table = NoticeTemplateTable()
    await table.keep(Template("食堂", "换菜单"), by=ACT)
    await table.keep(Template("班车", "改时间"), by=ACT)
    await table.keep(Template("食堂", "停业"), by=ACT)
    assert await table.all() == [Template("班车", "改时间"), Template("食堂", "停业")]
    assert await table.drop("食堂", by=ACT)
    assert not await table.drop("食堂", by=ACT)
    assert await table.all() == [Template("班车", "改时间")]
    done = [entry.action for entry in await Trail.all().order_by("id")]
    assert done == [*["公告模板:notice_template.kept"] * 3, "公告模板:notice_template.dropped"]
