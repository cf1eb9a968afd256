from datetime import timedelta

import pytest
from pydantic import ValidationError

from bot.config.safety import SafetySection
from bot.config.weather import WeatherSection


def test_without_a_feed_nothing_is_read() -> None:
    assert SafetySection().rules().weather_every is None
    fed = SafetySection.model_validate({"weather": {"feed": "/srv/weather.json", "every_minutes": 5}})
    assert fed.rules().weather_every == timedelta(minutes=5)


@pytest.mark.parametrize("feed", ["weather.json", "https://weather.example.com/warnings.json"])
def test_a_file_or_a_page(feed: str) -> None:
    assert WeatherSection(feed=feed).every() == timedelta(minutes=10)


@pytest.mark.parametrize(
    "feed", ["http://weather.example.com/a", "ftp://a/b", "https://", "https://a.example.com:8443/w"]
)
def test_an_address_that_is_not_fetched(feed: str) -> None:
    with pytest.raises(ValidationError, match="feed 写文件的路径"):
        WeatherSection(feed=feed)
