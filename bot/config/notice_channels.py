"""What the configuration says of where the company publishes by the day."""

from pydantic import Field

from bot.config.sections import Section
from bot.domain.notices.channels import Channel
from bot.identifiers import GroupId


class ChannelSection(Section):
    """`groups`: keys of [[groups]]; without any, what is published is noted by hand."""

    name: str = Field(min_length=1, max_length=20)
    target: int = Field(default=5, ge=1, le=100)
    groups: tuple[str, ...] = ()
    workdays_only: bool = True

    def channel(self) -> Channel:
        return Channel(self.name, self.target, tuple(map(GroupId, self.groups)), self.workdays_only)
