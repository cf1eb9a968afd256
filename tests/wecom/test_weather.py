from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.wecom.safe_fetch import FetchError, SafeFetch
from bot.wecom.session import open_session
from bot.wecom.weather import MOST_BYTES, WeatherFile, WeatherPage, weather_feed

ZONE = ZoneInfo("Asia/Shanghai")
SAID = '{"warnings": [{"id": "w1", "kind": "暴雨", "level": "红", "begins": "2026-07-12T14:00"}]}'
OWN = "http://127.0.0.1:1"


async def test_a_file_is_read_anew_each_time(tmp_path: Path) -> None:
    path = tmp_path / "weather.json"
    feed = WeatherFile(path, ZONE)
    with pytest.raises(OSError, match="No such file"):
        await feed.read()
    path.write_text(SAID, encoding="utf-8")
    assert [each.what for each in await feed.read()] == ["暴雨红色预警"]
    path.write_text("x" * (MOST_BYTES + 1), encoding="utf-8")
    with pytest.raises(ValueError, match="too big"):
        await feed.read()


class Page(SafeFetch):
    """Answers by itself; an empty answer is none."""

    def __init__(self, answer: bytes) -> None:
        self._answer = answer

    async def get(self, address: str, *, within: float) -> bytes:
        if not self._answer:
            raise FetchError("HTTP 503")
        return self._answer


async def test_a_page() -> None:
    page = WeatherPage("https://weather.example.com/a.json", Page(SAID.encode()), ZONE)
    (found,) = await page.read()
    assert found.begins.isoformat() == "2026-07-12T14:00:00+08:00"
    with pytest.raises(OSError, match="503"):
        await WeatherPage("https://weather.example.com/a.json", Page(b""), ZONE).read()


async def test_by_the_configuration(tmp_path: Path) -> None:
    async with open_session() as session:
        assert weather_feed("", session, OWN, ZONE) is None
        assert isinstance(weather_feed(str(tmp_path / "w.json"), session, OWN, ZONE), WeatherFile)
        page = weather_feed("https://weather.example.com/a.json", session, OWN, ZONE)
        assert isinstance(page, WeatherPage)
        await page.close()
