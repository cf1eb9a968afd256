"""Past cases for `qunwu policy simulate`, out of a file of lines."""

import json
from collections.abc import Mapping
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar
from zoneinfo import ZoneInfo

from bot.errors import ConfigError, unreadable

if TYPE_CHECKING:
    from bot.domain.moderation.replaying import Record

_T = TypeVar("_T")
ZONE: Final = ZoneInfo("Asia/Shanghai")  # of a moment that names none
_KEYS: Final = ("person", "number", "category", "severity", "acted_at", "confirmed_at", "state", "act", "pack")


def read_cases(path: Path, usual_pack: str) -> list["Record"]:
    """One JSON object a line: `person`, `category` and `confirmed_at` at least; `severity`, `acted_at`, `state`
    (confirmed appealed overturned pardoned), `act`, `number`, `pack`. Raises ConfigError with all that is wrong."""
    found, problems = list["Record"](), list[str]()
    for number, line in _lines(path):
        try:
            found.append(_record(_object(line), number, usual_pack))
        except ValueError as error:
            problems.append(f"{path} 第 {number} 行：{error}")
    if problems:
        raise ConfigError(problems)
    return found


def _lines(path: Path) -> list[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError([f"{path} {unreadable(error)}"]) from None
    return [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _object(line: str) -> Mapping[str, Any]:
    try:
        values = json.loads(line)
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise ValueError("不是一个 JSON 对象，写成 {…}")
    if strange := [key for key in values if key not in _KEYS]:
        raise ValueError(f"不认识 {strange[0]}，可以写 {'、'.join(_KEYS)}")
    if missing := [key for key in ("person", "category", "confirmed_at") if not values.get(key)]:
        raise ValueError(f"没有写 {'、'.join(missing)}，补上")
    return values


def _record(values: Mapping[str, Any], line: int, usual_pack: str) -> "Record":
    """Raises ValueError with a Chinese line."""
    from bot.domain.moderation.categories import Severity, categories
    from bot.domain.moderation.history import Past, PastState
    from bot.domain.moderation.replaying import Record

    if values["category"] not in categories():
        raise ValueError(f"category 写了 {values['category']}，可以写 {'、'.join(categories())}")
    usual = categories()[values["category"]].severity
    severity = _one_of("severity", values.get("severity", usual.value), {each.value: each for each in Severity})
    states = {each.name.lower(): each for each in PastState} | {each.value: each for each in PastState}
    state = _one_of("state", values.get("state", "confirmed"), states)
    confirmed = _moment("confirmed_at", values["confirmed_at"])
    past = Past(str(values.get("number", line)), values["category"], confirmed, state, str(values.get("act", "")))
    acted = _moment("acted_at", values["acted_at"]) if "acted_at" in values else confirmed
    return Record(str(values["person"]), past, severity, acted, str(values.get("pack", usual_pack)))


def _one_of(key: str, written: Any, known: Mapping[str, _T]) -> _T:
    if written not in known:
        raise ValueError(f"{key} 写了 {written}，可以写 {'、'.join(known)}")
    return known[written]


def _moment(key: str, written: Any, zone: tzinfo = ZONE) -> datetime:
    try:
        moment = datetime.fromisoformat(str(written))
    except ValueError:
        raise ValueError(f"{key} 写了 {written}，写成 2026-11-22T10:00 这样") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
