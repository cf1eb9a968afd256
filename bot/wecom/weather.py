"""A weather service's warnings, out of a file or a page of the company's own (docs/safety.md): none of it is WeCom's.

A page is fetched as pictures are: https, the public internet, no redirects, bounded. What lies in the company's own
network is written into a file by the company.
"""

import asyncio
from collections.abc import Sequence
from datetime import tzinfo
from pathlib import Path
from typing import Final

from aiohttp import ClientSession
from yarl import URL

from bot.domain.safety.calendar.forecast import Forecast, read_forecasts
from bot.wecom.safe_fetch import FetchError, SafeFetch

MOST_BYTES: Final = 256 * 1024
WITHIN: Final = 10.0  # seconds


class WeatherFile:
    """The port `WeatherFeed`."""

    def __init__(self, path: Path, zone: tzinfo) -> None:
        self._path = path
        self._zone = zone

    async def read(self) -> Sequence[Forecast]:
        data = await asyncio.to_thread(self._read)
        return read_forecasts(data.decode("utf-8-sig"), self._zone)

    async def close(self) -> None:
        """Nothing is open."""

    def _read(self) -> bytes:
        with self._path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise ValueError("too big")
        return data


class WeatherPage:
    """The port `WeatherFeed`. Close it after use, and `fetch` with it."""

    def __init__(self, address: str, fetch: SafeFetch, zone: tzinfo) -> None:
        self._address = address
        self._fetch = fetch
        self._zone = zone

    async def read(self) -> Sequence[Forecast]:
        try:
            data = await self._fetch.get(self._address, within=WITHIN)
        except FetchError as error:
            raise OSError(str(error)) from None
        return read_forecasts(data.decode("utf-8-sig"), self._zone)

    async def close(self) -> None:
        await self._fetch.close()


def weather_feed(feed: str, session: ClientSession, own: str, zone: tzinfo) -> WeatherFile | WeatherPage | None:
    """By what the configuration says; `own`: as in SafeFetch."""
    if not feed.startswith("https://"):
        return WeatherFile(Path(feed), zone) if feed else None
    fetch = SafeFetch(session, own=own, hosts=[URL(feed).host or ""], most_bytes=MOST_BYTES)
    return WeatherPage(feed, fetch, zone)
