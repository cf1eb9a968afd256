"""Kinds of notices that a group can subscribe to."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from bot.domain.groups.group import Group
from bot.identifiers import GroupId


class Topic(StrEnum):
    """The value is what people read and type."""

    SAFETY = "安全提醒"
    SHIFT_TALK = "班前会"

    @property
    def rhythm(self) -> str:
        """When it comes, as people say it; the safety calendar sees to it, and may be changed by an operator."""
        return {Topic.SAFETY: "每周一、三、五和节日前后", Topic.SHIFT_TALK: "每个工作日开工前"}[self]


def subscribers(topic: Topic, groups: Iterable[Group], chosen: Mapping[GroupId, bool]) -> list[Group]:
    """The groups that get `topic`: what was chosen in chat counts, else what the configuration says."""
    return [group for group in groups if chosen.get(group.id, topic in group.subscribes)]
