"""What a weather service says, as a company's own feed hands it over: JSON, as docs/safety.md describes it.

Nothing is made up: what isn't said is unknown, and what can't be read is left out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any, Final

from bot.domain.safety.calendar.weather import HOT, HOTTEST, Signal, Weather

HEAT: Final = "高温"
MOST: Final = 50  # warnings that are read
LONGEST: Final = 40  # characters of any word


@dataclass(frozen=True, slots=True)
class Forecast:
    """`id`: the service's own; the same warning is said once under it. `weather` None: heat, of `degrees`. `until`:
    from then on it says nothing any more. `lifted`: it was called off."""

    id: str
    weather: Weather | None
    begins: datetime
    signal: Signal | None = None
    degrees: int = 0
    place: str = ""
    source: str = ""
    until: datetime | None = None
    lifted: bool = False

    @property
    def kind(self) -> str:
        return self.weather.value if self.weather else HEAT

    @property
    def what(self) -> str:
        """`台风橙色预警`, `高温 38℃`"""
        if self.weather is None:
            return f"{HEAT} {self.degrees}℃"
        return f"{self.weather}{self.signal}预警" if self.signal else self.weather.value

    @property
    def is_urgent(self) -> bool:
        return bool(self.signal and self.signal.is_urgent)

    def counts(self, now: datetime) -> bool:
        """It has begun, isn't over, and isn't too mild to say anything of."""
        hot_enough = self.weather is not None or self.degrees >= HOT
        return hot_enough and self.begins <= now and (self.until is None or now < self.until)


def read_forecasts(text: str, zone: tzinfo | None) -> Sequence[Forecast]:
    """`{"warnings": [{…}]}`; entries that can't be read are left out. Raises ValueError where it is something else."""
    document = json.loads(text)
    listed = document.get("warnings") if isinstance(document, dict) else None
    if not isinstance(listed, list):
        raise ValueError('no {"warnings": […]}')
    return tuple(_readable(listed[:MOST], zone))


def _readable(listed: Sequence[Any], zone: tzinfo | None) -> Iterator[Forecast]:
    for raw in listed:
        if isinstance(raw, dict):
            try:
                yield _forecast(raw, zone)
            except (ValueError, TypeError):
                continue


def _forecast(raw: Mapping[str, Any], zone: tzinfo | None) -> Forecast:
    kind, level = _word(raw, "kind"), _word(raw, "level")
    degrees = int(raw.get("degrees", 0)) if kind == HEAT else 0
    if degrees > HOTTEST:
        raise ValueError("degrees")
    until = raw.get("until")
    return Forecast(
        id=_needed(raw, "id"),
        weather=None if kind == HEAT else Weather(kind),
        begins=_moment(_needed(raw, "begins"), zone),
        signal=Signal(f"{level.removesuffix('色')}色") if level and kind != HEAT else None,
        degrees=degrees,
        place=_word(raw, "place"),
        source=_word(raw, "source"),
        until=_moment(str(until), zone) if until else None,
        lifted=raw.get("lifted") is True,
    )


def _needed(raw: Mapping[str, Any], key: str) -> str:
    word = _word(raw, key)
    if not word:
        raise ValueError(key)
    return word


def _word(raw: Mapping[str, Any], key: str) -> str:
    word = str(raw.get(key) or "").strip()
    if len(word) > LONGEST:
        raise ValueError(key)
    return word


def _moment(written: str, zone: tzinfo | None) -> datetime:
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
