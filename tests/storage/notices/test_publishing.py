"""News of departments and the focus of a month: alike on both databases."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tortoise.exceptions import IntegrityError

from bot.domain.notices.news import Focus, News
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.notices.publishing import PublishingTable

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
WANG = UserId("wangqiang")
BY = Act(WANG, "部门动态", "部门负责人", "test:1", NOW)
NEWS = News("生产部", date(2026, 11, 16), "开放参观", WANG, NOW)
TABLE = PublishingTable()

pytestmark = pytest.mark.usefixtures("database")


async def test_told_and_told_anew() -> None:
    await TABLE.tell(NEWS, by=BY)
    assert await TABLE.news("生产部", NEWS.week) == NEWS
    again = replace(NEWS, words="改到周六", version=2)
    assert await TABLE.retell(again, was=1, by=BY)
    assert not await TABLE.retell(again, was=1, by=BY)
    assert await TABLE.of_week(NEWS.week) == [again]
    assert await TABLE.of_week(date(2026, 11, 23)) == []


async def test_one_for_a_department_and_a_week() -> None:
    await TABLE.tell(NEWS, by=BY)
    with pytest.raises(IntegrityError):
        await TABLE.tell(NEWS, by=BY)


async def test_the_last_word_of_a_focus_counts() -> None:
    focus = Focus(date(2026, 12, 1), "冬季安全", WANG, NOW)
    await TABLE.set_focus(focus, by=BY)
    await TABLE.set_focus(replace(focus, words="年终表彰"), by=BY)
    assert await TABLE.focus(focus.month) == replace(focus, words="年终表彰")
    assert await TABLE.focus(date(2026, 11, 1)) is None
