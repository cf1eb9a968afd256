"""A group that the sender looks after: the one that is named, the one he speaks in, or the only one it can be."""

from collections.abc import Sequence
from typing import Final, Self

from bot.arguments.groups import GroupNamed
from bot.domain.groups.group import Group
from bot.errors import Candidate, Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_IN: Final = regex(r"(?:加入|进|入)群[里来]?[吧呗]?(?=[\s，,。]|$)")  # 邀请李四进群: which one is not said


class KeptGroup(GroupNamed):
    """In private the only one that he looks after; of several, one is asked for."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.take(_IN)
        if cls.names_one(words, scene) and (named := super().read(words, scene)):
            return named
        if scene.in_group:
            return cls(scene.group) if scene.group else None
        kept = cls.narrowed(kept_by(scene), words, scene)
        if len(kept) == 1:
            return cls(kept[0], f"群是{kept[0].name}")
        if kept and words.left.strip():
            raise _which(kept)
        return None

    @classmethod
    def names_one(cls, words: Words, scene: Scene) -> bool:
        """Whether a word that ends like a group's name is meant as one: 郑群 is a colleague."""
        word = scene.company.finder.groups.unknown(words.left)
        return word is None or not scene.company.finder.people.called(words.left[word.start : word.end])

    @classmethod
    def narrowed(cls, kept: Sequence[Group], words: Words, scene: Scene) -> Sequence[Group]:
        """Those that the rest of the line can mean."""
        return kept


def the_one_kept(scene: Scene) -> Group | None:
    """None for who looks after none. Raises UserError for who looks after several."""
    kept = kept_by(scene)
    if len(kept) > 1:
        raise _which(kept)
    return kept[0] if kept else None


def _which(kept: Sequence[Group]) -> UserError:
    names = [group.name for group in kept]
    candidates = [Candidate(name) for name in names]
    return UserError(Code.AMBIGUOUS_GROUP, f"是哪个群？{'、'.join(names)}。", candidates=candidates)


def kept_by(scene: Scene) -> Sequence[Group]:
    """The groups that the sender looks after."""
    user = scene.sender.user_id if scene.sender else None
    return [group for group in scene.company.groups if user in group.keepers]
