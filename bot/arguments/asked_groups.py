"""A group that somebody wants to come into or go out of: the name comes first, and what follows may be his reason."""

import re
from typing import Final, Self

from bot.arguments.groups import GroupNamed
from bot.shapes.arguments import Scene, Words

_AROUND: Final = re.compile(r"^(?:一下|下|到|去)\s*|的(?=群)")
_ONLY_GROUP: Final = re.compile(r"^群(?:聊|组)?(?![\w])")  # 我要退群: which one is not said
_FIRST: Final = re.compile(r"^([^\s，,：:]+)[\s，,：:]+(\S.*)$", re.DOTALL)


class GroupAskedFor(GroupNamed):
    """项目B 对接工艺: a part of its name will do, where it is the first word."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        _tidy(words)
        return super().read(words, scene) or cls._by_first_word(words, scene)

    @classmethod
    def _by_first_word(cls, words: Words, scene: Scene) -> Self | None:
        parted = _FIRST.match(words.left)
        found = super().read(Words(parted[1]), scene) if parted else None
        if parted and found:
            words.left = parted[2]
        return found


class GroupToQuit(GroupNamed):
    """The one that the line was typed in, where no other is named: `/退群 调岗了`. A plain sentence has to say so: who
    wants to 退出系统 doesn't mean the group."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        _tidy(words)
        words.take(_ONLY_GROUP)
        here = scene.group if not words.left.strip() else None
        named = cls(here) if here else super().read(words, scene)
        if named or scene.group is None or words.guessed:
            return named
        return cls(scene.group)


def _tidy(words: Words) -> None:
    words.left = _AROUND.sub("", words.left.strip())
