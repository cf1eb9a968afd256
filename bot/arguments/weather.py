"""How hot it is, which weather comes, and where: as somebody who answers for safety says it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.safety.calendar.weather import HOTTEST, Signal, Weather
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_DEGREES: Final = regex(r"(?<![\d.-])(\d{1,3})(?:\.\d)?\s*(?:℃|°C?|度|摄氏度)?(?![\d.])")
_SIGNAL: Final = regex("(蓝|黄|橙|红)色?(?:预警|警报|信号)?")
_OVER: Final = regex("(?:已经?)?(?:解除|取消|结束)了?|过去了")
_BESIDE: Final = regex("预警|警报|天气|今天|今日|最高|气温|温度|到了?|^在|[，,。：:！!]")
LONGEST: Final = 20  # characters of a place


@dataclass(frozen=True, slots=True)
class Degrees:
    """The day's highest, whole degrees."""

    wanted: ClassVar[str] = "最高多少度？比如：38。"

    number: int

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_DEGREES)
        if found is None:
            return None
        number = int(found[1])
        if number > HOTTEST:
            raise UserError(Code.INVALID_RANGE, f"{number}℃ 太高了，是不是多打了一位？请核对气象台发布的最高气温再发。")
        return cls(number)

    def explained(self) -> Mapping[str, Any]:
        return {"degrees": self.number}


@dataclass(frozen=True, slots=True)
class WeatherKind:
    wanted: ClassVar[str] = f"什么天气？{'、'.join(Weather)}。"

    weather: Weather
    signal: Signal | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(re.compile("|".join(Weather)))
        signal = words.take(_SIGNAL) if found else None
        return cls(Weather(found[0]), Signal(f"{signal[1]}色") if signal else None) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"weather": self.weather.value} | ({"signal": self.signal.value} if self.signal else {})


@dataclass(frozen=True, slots=True)
class WeatherOver:
    """It is over."""

    wanted: ClassVar[str] = "解除吗？"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return cls() if words.take(_OVER) else None

    def explained(self) -> Mapping[str, Any]:
        return {"lifted": True}


@dataclass(frozen=True, slots=True)
class WeatherPlace:
    wanted: ClassVar[str] = "哪里？"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = _BESIDE.sub("", words.rest()).strip()
        if not written:
            return None
        if len(written) > LONGEST:
            raise UserError(
                Code.LIMIT, f"地点有 {len(written)} 个字，最多写 {LONGEST} 个。例如：/高温预警 38 项目A工地"
            )
        return cls(written)

    def explained(self) -> Mapping[str, Any]:
        return {"place": self.text}
