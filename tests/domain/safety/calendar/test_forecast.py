import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.safety.calendar.forecast import read_forecasts
from bot.domain.safety.calendar.weather import Signal, Weather

ZONE = ZoneInfo("Asia/Shanghai")
STORM = {"id": "w1", "kind": "台风", "level": "橙色", "begins": "2026-07-12T14:00", "source": "市气象台"}
NOON = datetime(2026, 7, 12, 15, 0, tzinfo=ZONE)


def read(*warnings: object) -> list[str]:
    return [each.what for each in read_forecasts(json.dumps({"warnings": warnings}), ZONE)]


def test_what_it_says() -> None:
    (found,) = read_forecasts(json.dumps({"warnings": [STORM | {"until": "2026-07-13T02:00:00+00:00"}]}), ZONE)
    assert (found.weather, found.signal, found.what) == (Weather.TYPHOON, Signal.ORANGE, "台风橙色预警")
    assert found.is_urgent
    assert found.counts(NOON)
    assert not found.counts(NOON.replace(hour=13))
    assert found.counts(NOON.replace(day=13, hour=9))
    assert not found.counts(NOON.replace(day=13, hour=10))


def test_heat_counts_from_35_degrees_on() -> None:
    hot = {"id": "h1", "kind": "高温", "begins": "2026-07-12T06:00"}
    (mild, warm) = read_forecasts(json.dumps({"warnings": [hot | {"degrees": 34}, hot | {"degrees": 38}]}), ZONE)
    assert (mild.counts(NOON), warm.counts(NOON)) == (False, True)
    assert warm.what == "高温 38℃"
    assert not warm.is_urgent


@pytest.mark.parametrize(
    "strange",
    [
        "text",
        {},
        STORM | {"id": ""},
        STORM | {"kind": "冰雹"},
        STORM | {"level": "紫色"},
        STORM | {"begins": "明天"},
        STORM | {"place": "长" * 41},
        STORM | {"kind": "高温", "degrees": 380},
        STORM | {"kind": "高温", "degrees": [38]},
    ],
)
def test_an_entry_that_cannot_be_read_costs_the_others_nothing(strange: object) -> None:
    assert read(strange, STORM | {"level": "蓝"}) == ["台风蓝色预警"]


@pytest.mark.parametrize("text", ["[]", "{}", '{"warnings": 1}'])
def test_what_is_no_such_document(text: str) -> None:
    with pytest.raises(ValueError, match=r"no \{"):
        read_forecasts(text, ZONE)


def test_of_a_flood_some_are_read() -> None:
    assert len(read(*[STORM] * 1000)) == 50
