"""A group that somebody wants to come into or go out of: the name comes first, and what follows may be his reason."""

import re
from typing import Final, Self

from bot.arguments.groups import GroupNamed
from bot.domain.groups.admission import EXCEPTION, clause_of
from bot.domain.groups.composition import fits, rule_of
from bot.domain.groups.group import Group
from bot.domain.groups.types import type_called
from bot.errors import Code, UserError
from bot.identifiers import GroupId
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_AROUND: Final = regex(r"^(?:一下|下|到|去)\s*|的(?=群)")
_ONLY_GROUP: Final = regex(r"^群(?:聊|组)?(?![\w])")  # 我要退群: which one is not said
_FIRST: Final = regex(r"^([^\s，,：:]+)[\s，,：:]+(\S.*)$", re.DOTALL)


class GroupAskedFor(GroupNamed):
    """项目B 对接工艺: a part of its name will do, where it is the first word."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        _tidy(words)
        try:
            return super().read(words, scene) or cls._by_first_word(words, scene)
        except UserError as error:
            _ensure_for_him(error.typed, scene)
            raise

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


def _ensure_for_him(typed: str, scene: Scene) -> None:
    """The kinds of groups stand in the policy (D7§4): who writes 高管群 reads who belongs in one, whether there is any
    or not."""
    kind = type_called(typed, scene.company.group_types) if typed else None
    if kind is None or scene.sender is None:
        return
    any_of_it = Group(GroupId(kind.key), kind.name, kind.key)
    if not fits(scene.sender, any_of_it, scene.company):
        rule = f"{kind.name}的{rule_of(any_of_it, scene.company)}{clause_of(any_of_it, scene.company)}"
        raise UserError(
            Code.NOT_ELIGIBLE, f"{rule}，你不在其中，不能直接进群。确有需要，写全群名发 /{EXCEPTION} 群名。"
        )


def _tidy(words: Words) -> None:
    words.left = _AROUND.sub("", words.left.strip())
