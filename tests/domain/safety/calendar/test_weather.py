import pytest

from bot.domain.safety.calendar.weather import Weather, heat_measures, measures


@pytest.mark.parametrize(
    ("degrees", "first"),
    [
        (34, ""),
        (35, "换班轮休"),
        (36, "换班轮休"),
        (37, "室外露天作业全天累计不超过 6 小时"),
        (39, "室外露天作业全天累计不超过 6 小时"),
        (40, "停止今天的室外露天作业"),
        (43, "停止今天的室外露天作业"),
    ],
)
def test_the_law_by_the_degree(degrees: int, first: str) -> None:
    lines = heat_measures(degrees)
    assert bool(lines) == bool(first)
    assert "".join(lines).startswith(first)
    assert not lines or "怀孕" in "".join(lines)


@pytest.mark.parametrize("weather", Weather)
def test_each_weather_says_what_to_do(weather: Weather) -> None:
    assert len(measures(weather)) == 3
