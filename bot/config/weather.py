"""What the configuration says of the weather feed: where it is, and how often it is read. Without one, people warn."""

from datetime import timedelta

from pydantic import Field, field_validator
from yarl import URL

from bot.config.sections import Section


class WeatherSection(Section):
    """`feed`: a file, or an address that begins with https://; empty: there is none."""

    feed: str = ""
    every_minutes: int = Field(default=10, ge=5, le=60)

    @field_validator("feed")
    @classmethod
    def _can_be_read(cls, feed: str) -> str:
        if "://" in feed and (URL(feed).scheme != "https" or not URL(feed).host or URL(feed).explicit_port):
            raise ValueError("feed 写文件的路径，或者 https:// 开头的地址，不带端口；内网的先存成文件")
        return feed

    def every(self) -> timedelta | None:
        return timedelta(minutes=self.every_minutes) if self.feed else None
