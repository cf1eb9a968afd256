"""A link that leads nowhere: its author hears of it, on his card as long as he decides, else in words."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

import pytest

from bot.services.notices.looking_through.linking import MOST
from bot.shapes.job import Job
from bot.shapes.ports import LinkState, Sources
from bot.storage.engine.database import Database
from scheduler.notice_links import notice_links
from scheduler.notice_plan import post_what_is_due
from tests.chat import Chat


@dataclass
class Internet:
    dead: set[str] = field(default_factory=lambda: {"https://example.com/gone"})
    away: bool = False
    asked: list[str] = field(default_factory=list)

    async def look(self, address: str, *, within: float) -> LinkState:
        self.asked.append(address)
        if self.away:
            return LinkState.UNKNOWN
        return LinkState.DEAD if address in self.dead else LinkState.OPENS


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (notice_links, post_what_is_due)


@pytest.fixture
def internet() -> Internet:
    return Internet()


@pytest.fixture
async def linked(database: Database, jobs: Sequence[Job], internet: Internet) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=jobs, sources=Sources(links=internet))
    chat.clock.time = chat.clock.now().replace(day=23, hour=9)
    yield chat
    await chat.close()


async def test_as_long_as_he_decides_it_stands_on_his_card(linked: Chat) -> None:
    await linked.play("""
        郑群> /公告 项目A工作群 预览 报名：https://example.com/gone
        机器人> [卡片] GG-20261123-001 发之前看一看 …
        ⏰ 2026-11-23 09:01
        机器人→郑群> [卡片] GG-20261123-001 发之前看一看 报名：https：//example.com/gone
        发给：项目A工作群（9 人）
        时间：现在
        请看一眼：链接「https：//example.com/gone」打不开，网页不在了或者网址写错了，请核对。
        发之前过一遍：及时、真实、安全、可靠、合法。 [发布] [明天 09:00 发] [改] [不发了]
        郑群> 按 [发布]
        机器人> [卡片] GG-20261123-001 报名：https：//example.com/gone
        好的，这就发。
        ⏰ 2026-11-23 09:02
        机器人→项目A工作群> 报名：https://example.com/gone
        ——郑群 发布，GG-20261123-001
        ⏰ 2026-11-24 09:02
    """)


async def test_of_one_that_is_planned_he_hears_in_words(linked: Chat) -> None:
    await linked.play("""
        郑群> /公告 项目A工作群 明天9:30 报名：https://example.com/gone
        机器人> [卡片] GG-20261123-001 已排好 …
        ⏰ 2026-11-23 09:01
        机器人→郑群> GG-20261123-001「报名：https://example.com/gone」里的链接「https：//example.com/gone」打不开，…
    """)


async def test_what_opens_is_not_spoken_of(linked: Chat, internet: Internet) -> None:
    await linked.play("""
        郑群> /公告 项目A工作群 明天9:30 报名：https://example.com/form
        机器人> [卡片] GG-20261123-001 已排好 …
        ⏰ 2026-11-23 09:01
        ⏰ 2026-11-24 09:00
    """)
    assert internet.asked == ["https://example.com/form"]


async def test_while_the_net_is_away_nothing_is_said(linked: Chat, internet: Internet) -> None:
    internet.away = True
    await linked.play("""
        郑群> /公告 项目A工作群 明天9:30 报名：https://example.com/gone
        机器人> [卡片] GG-20261123-001 已排好 …
        ⏰ 2026-11-23 09:01
    """)
    assert internet.asked == ["https://example.com/gone"]


async def test_an_edit_is_tried_anew_and_a_list_of_links_not_to_its_end(linked: Chat, internet: Internet) -> None:
    await linked.say("郑群", "/公告 项目A工作群 明天9:30 交周报")
    many = " ".join(f"https://example.com/{number}" for number in range(9))
    await linked.say("郑群", f"/改公告 GG-20261123-001 {many}")
    await linked.core.settle()
    assert len(internet.asked) == MOST


async def test_without_anybody_to_ask(chat: Chat) -> None:
    await chat.say("郑群", "/公告 项目A工作群 明天9:30 报名：https://example.com/gone")
    chat.said()
    await chat.core.settle()
    assert chat.said() == []
