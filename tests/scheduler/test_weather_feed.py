"""A feed's warnings: each once, the mild ones not at night, and when they are over."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.company import Company
from bot.domain.safety.calendar.forecast import Forecast
from bot.domain.safety.calendar.weather import Signal, Weather
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from scheduler.weather_feed import read_weather
from tests.chat import Chat

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 7, 12, 21, 50, tzinfo=ZONE)
YELLOW = Forecast("w1", Weather.WIND, NOW, Signal.YELLOW, place="项目A工地", source="市气象台")
RED = replace(YELLOW, id="w2", weather=Weather.TYPHOON, signal=Signal.RED)
EVERY = timedelta(hours=1)  # a test of minutes would take them


@dataclass
class Feed:
    """Says what the test wants; None: it can't be read."""

    says: Sequence[Forecast] | None = ()
    asked: list[int] = field(default_factory=list)

    async def read(self) -> Sequence[Forecast]:
        self.asked.append(1)
        if self.says is None:
            raise OSError("down")
        return self.says


@pytest.fixture
def feed() -> Feed:
    return Feed()


@pytest.fixture
async def chat(database: Database, feed: Feed) -> AsyncIterator[Chat]:
    def fed(company: Company) -> Company:
        return replace(company, safety=replace(company.safety, weather_every=EVERY))

    sources = Sources(weather=feed)
    chat = await Chat.open(database, jobs=[read_weather], now=NOW, sources=sources, company=fed)
    await chat.core.records.jobs.hasten(read_weather.name, NOW)
    yield chat
    await chat.close()


async def heard(chat: Chat, until: str) -> list[tuple[str | None, str]]:
    await chat.advance(datetime.fromisoformat(until).replace(tzinfo=ZONE))
    return [(line.to, line.words.splitlines()[0]) for line in chat.said()]


async def test_what_is_urgent_comes_at_night_and_what_is_mild_in_the_morning(chat: Chat, feed: Feed) -> None:
    feed.says = (replace(YELLOW, begins=NOW + timedelta(hours=1)), replace(RED, begins=NOW + timedelta(hours=2)))
    night = await heard(chat, "2026-07-12 23:55")
    assert [words for _, words in night] == ["【紧急·台风红色预警】项目A工地"] * len(night)
    assert "项目A工作群" in {to for to, _ in night}
    assert await heard(chat, "2026-07-13 06:50") == []
    morning = await heard(chat, "2026-07-13 09:00")
    assert [words for _, words in morning] == ["【紧急·大风黄色预警】项目A工地"] * len(night)
    assert await heard(chat, "2026-07-13 12:00") == []  # neither of them again, though it is another day


async def test_another_level_is_news_and_the_end_is_heard_once(chat: Chat, feed: Feed) -> None:
    feed.says = (RED,)
    first = await heard(chat, "2026-07-12 22:00")
    feed.says = (replace(RED, signal=Signal.ORANGE),)
    assert {words for _, words in await heard(chat, "2026-07-12 23:00")} == {"【紧急·台风橙色预警】项目A工地"}
    feed.says = (replace(RED, lifted=True), replace(YELLOW, lifted=True))
    over = await heard(chat, "2026-07-13 00:00")
    assert over == [(to, "【解除】台风预警") for to, _ in first]
    assert await heard(chat, "2026-07-13 03:00") == []


async def test_what_somebody_said_already_is_not_said_again(chat: Chat, feed: Feed) -> None:
    await chat.say("陈安", "/天气预警 台风 红色 项目A工地")
    assert len(chat.said()) > 1
    feed.says = (RED,)
    assert await heard(chat, "2026-07-12 23:00") == []


async def test_a_feed_that_is_down_is_told_once_a_day_and_not_at_night(chat: Chat, feed: Feed) -> None:
    feed.says = None
    assert await heard(chat, "2026-07-13 06:00") == []
    told = await heard(chat, "2026-07-13 11:00")
    assert [to for to, words in told if words.startswith("天气来源今天读不到")] == ["陈安"]
    assert len(told) == 1


async def test_without_a_feed_nothing_is_read(database: Database, feed: Feed) -> None:
    chat = await Chat.open(database, jobs=[read_weather], now=NOW, sources=Sources(weather=feed))
    feed.says = (RED,)
    assert await heard(chat, "2026-07-13 12:00") == []
    assert len(feed.asked) == 1  # its nightly run
    await chat.close()
