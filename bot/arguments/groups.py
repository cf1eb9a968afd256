"""A work group, named in the line: 项目A工作群, 项目A群, 本群."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.finding.groups import HERE, GroupSpotted
from bot.domain.groups.group import Group
from bot.domain.groups.knowing import may_hear_of
from bot.domain.guards import UNREGISTERED
from bot.domain.wording import shown
from bot.errors import Candidate, Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.understanding.chatter import is_only_particles

LISTED: Final = 10  # candidates that a sentence names
_BEFORE: Final = regex(r"(?<!\w)[在到进给从往向]\s?$")
_AFTER: Final = regex(r"\s?(?:里面|里边|里|中|内)(?![部容心间国])")
_ALONE: Final = regex(r"^(这里|这儿|此处)$")


@dataclass(frozen=True, slots=True)
class GroupNamed:
    """One registered group."""

    wanted: ClassVar[str] = "哪个群？写上群名。"
    key: ClassVar[str] = "group"

    group: Group
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        find = scene.company.finder.groups
        spotted = find.spot(words.left, lambda group: _may_hear(scene, group))
        if spotted:
            group = _one_of(spotted, words.left)
            _cut(words, spotted)
            return cls(group, f"群是{group.name}" if spotted.guessed else None)
        if words.take(_ALONE) or words.take(HERE):
            return cls(_here(scene))
        stranger = find.unknown(words.left)
        typed = words.left[stranger.start : stranger.end] if stranger else ""
        if typed and not scene.company.finder.people.called(typed):  # 郑群 ends like a group and is none
            raise _no_such(typed, scene)
        return None

    def explained(self) -> Mapping[str, Any]:
        return {self.key: self.group.name}


class GroupOrHere(GroupNamed):
    """The same; where none is named, the registered group that the line was typed in."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        named = super().read(words, scene)
        if named or scene.group is None:
            return named
        return cls(scene.group)


class GroupKnown(GroupOrHere):
    """The same, for who only asks: one that he may not hear of isn't there, not even by its whole name."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        spotted = scene.company.finder.groups.spot(words.left, lambda group: _may_hear(scene, group))
        if spotted and not any(_may_hear(scene, group) for group in spotted.groups):
            raise _no_such(words.left[spotted.start : spotted.end], scene)
        return super().read(words, scene)


class GroupTold(GroupKnown):
    """The same, for what is nothing without a group: in a chat that nobody registered that is what is wrong."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = super().read(words, scene)
        if found is None and scene.in_group and scene.group is None and is_only_particles(words.left):
            raise UserError(Code.NOT_FOUND, UNREGISTERED)
        return found


def _cut(words: Words, spotted: GroupSpotted) -> None:
    """With the little words around it: 在项目A工作群里发广告 leaves 发广告."""
    before = _BEFORE.search(words.left[: spotted.start])
    after = _AFTER.match(words.left, spotted.end) if before else None
    words.cut(before.start() if before else spotted.start, after.end() if after else spotted.end)


def _may_hear(scene: Scene, group: Group) -> bool:
    return may_hear_of(scene.sender, group, scene.company) or group == scene.group


def _one_of(spotted: GroupSpotted, text: str) -> Group:
    if len(spotted.groups) == 1:
        return spotted.groups[0]
    typed, names = text[spotted.start : spotted.end].strip(), [group.name for group in spotted.groups]
    question = f"「{shown(typed)}」是哪个群？"
    raise UserError(
        Code.AMBIGUOUS_GROUP,
        question if len(names) > LISTED else f"{question}{'、'.join(names)}。",
        candidates=[Candidate(name) for name in names],
        typed=typed,
    )


def _here(scene: Scene) -> Group:
    if not scene.in_group:
        raise UserError(Code.NOT_FOUND, "这里是私聊，不在群里。请写上群名，或到那个群里 @我 再发一次。")
    if scene.group is None:
        raise UserError(Code.NOT_FOUND, UNREGISTERED)
    return scene.group


def _no_such(typed: str, scene: Scene) -> UserError:
    near = scene.company.finder.groups.nearest(typed, lambda group: _may_hear(scene, group))
    if not near:
        sentence = f"没有找到「{shown(typed)}」。请写全群名，或到那个群里 @我 再发一次。"
        return UserError(Code.NOT_FOUND, sentence, typed=typed)
    likely = "、".join(group.name for group in near)
    sentence = f"没有找到「{shown(typed)}」。你说的是{likely}吗？请写全群名再发一次。"
    return UserError(Code.NOT_FOUND, sentence, suggest=near[0].name, typed=typed)
