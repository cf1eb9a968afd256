"""Figures come by themselves: drafts to the administrator first, then to the management; weekly to who keeps groups."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.figures.rules import FigureRules
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from scheduler.figure_reports import figure_reports
from tests.chat import Chat

DRAFT = "[卡片] 2026年11月的月报要发给管理层 …"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return [figure_reports]


@pytest.fixture
async def monthly(database: Database) -> AsyncIterator[Chat]:
    """Nothing but a month's."""
    rules = FigureRules(weekly=False)
    chat = await Chat.open(database, jobs=[figure_reports], company=lambda company: replace(company, figures=rules))
    yield chat
    await chat.close()


async def drafted(chat: Chat) -> None:
    await chat.play(f"""
        ⏰ 2026-12-01 10:01
        机器人→吴管> [图片] 统计 2026年11月：使用人数 …
        机器人→吴管> [文件 统计-2026-11.xlsx] …
        机器人→吴管> {DRAFT}
    """)


async def test_it_goes_a_working_day_later_with_what_was_added(monthly: Chat) -> None:
    chat = monthly
    await drafted(chat)
    await chat.play("""
        吴管> /月报附言 隐患上报用的人多了一倍。
        机器人> 已加到2026年11月的月报里：隐患上报用的人多了一倍。
    """)
    await chat.advance(datetime.fromisoformat("2026-12-02T10:01:00+08:00"))
    said = chat.said()
    assert {line.to for line in said} == {"赵国强", "钱卫东", "孙丽", "林宓"}
    assert all("统计 2026年11月" in line.words for line in said)
    draft = await chat.core.records.figures.draft("2026-11")
    assert draft
    assert (draft.state, draft.words) == ("已发", "隐患上报用的人多了一倍。")


async def test_it_can_be_dropped(monthly: Chat) -> None:
    chat = monthly
    await drafted(chat)
    await chat.play("""
        吴管> 按 [这次不发]
        机器人> …
        ⏰ 2026-12-03 10:01
        吴管> /月报附言 晚了
        机器人> 现在没有等着发的月报。2026年11月的数据发 /统计 上月 看。
    """)


async def test_it_can_go_at_once(monthly: Chat) -> None:
    chat = monthly
    await drafted(chat)
    await chat.play("""
        吴管> 按 [现在发]
        机器人→钱卫东> [图片] …
        机器人→钱卫东> [文件 统计-2026-11.xlsx] …
        机器人→孙丽> [图片] …
        机器人→孙丽> [文件 统计-2026-11.xlsx] …
        机器人→赵国强> [图片] …
        机器人→赵国强> [文件 统计-2026-11.xlsx] …
        机器人→林宓> [图片] …
        机器人→林宓> [文件 统计-2026-11.xlsx] …
        机器人> [卡片] 月报 2026年11月的月报已发给管理层 4 人。
        ⏰ 2026-12-03 10:01
    """)


async def test_of_a_week_in_which_nothing_happened_nobody_hears(chat: Chat) -> None:
    await chat.play("""
        ⏰ 2026-11-23 10:01
        机器人→李娜> [图片] 统计 2026年第47周：…
        机器人→李娜> [文件 统计-2026-W47.xlsx] …
        机器人→郑群> [图片] 统计 2026年第47周：群 1 个、进群 9 人次、…
        机器人→郑群> [文件 统计-2026-W47.xlsx] …
        ⏰ 2026-11-30 10:01
    """)


async def test_they_can_be_switched_off(database: Database) -> None:

    off = FigureRules(weekly=False, monthly=False)
    chat = await Chat.open(database, jobs=[figure_reports], company=lambda company: replace(company, figures=off))
    await chat.play("""
        ⏰ 2026-12-01 10:01
    """)
    await chat.close()
