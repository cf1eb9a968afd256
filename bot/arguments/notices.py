"""What the commands about notices share: reading the topic, and the group they are typed in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.groups.group import Group
from bot.domain.guards import UNREGISTERED
from bot.domain.notices.topics import Topic
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words
from bot.shapes.context import Context

SHORT: Final = 2  # characters of a topic's name that tell it from the others


@dataclass(frozen=True, slots=True)
class NoticeTopic:
    """A kind of notice, by its name; its first two characters are enough: 安全."""

    wanted: ClassVar[str] = f"哪种通知？现在有：{'、'.join(Topic)}。"

    topic: Topic

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        for topic in Topic:
            if words.take(re.compile(f"{topic}|{topic[:SHORT]}")):
                return cls(topic)
        written = words.rest()
        if not written:
            return None
        raise UserError(
            Code.UNKNOWN_TYPE, f"没有「{shown(written)}」这种通知。现在有：{'、'.join(Topic)}。换一种再发一次。"
        )

    def explained(self) -> Mapping[str, Any]:
        return {"topic": self.topic.value}


def this_group(ctx: Context) -> Group:
    """The registered room that the command was typed in."""
    if not ctx.chat.is_group:
        raise UserError(Code.NOT_FOUND, "看不出是哪个群。请到那个群里 @我 再发一次。")
    if ctx.chat.group is None:
        raise UserError(Code.NOT_FOUND, UNREGISTERED)
    return ctx.chat.group
