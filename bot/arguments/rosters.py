"""A list of members that was pasted behind a group's name, and the group that it is of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.groups import GroupKnown
from bot.arguments.kept_groups import the_one_kept
from bot.domain.groups.handed_in import names_of
from bot.domain.nicknames.matching import match
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_MORE: Final = regex(r"^\s*(补充|补|追加|加上|还有)(?=[\s:：,，、\n])[:：,，]?")
_ALL: Final = regex(r"[\s,，、。;；]*(就这些|就这些人|只有这些|没有别人了)[了。！!]*\s*$")


class GroupKnownOrKept(GroupKnown):
    """One that is named or that the line was typed in; else the only one that the sender looks after."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if named := super().read(words, scene):
            return named
        kept = the_one_kept(scene)
        return cls(kept) if kept else None


class ListedGroup(GroupKnownOrKept):
    """The same, at the beginning of the first line. What else stands there are names: 郑群 is no group."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        head, mark, tail = words.left.partition("\n")
        first = Words(head)
        if _begins_with_names(head, scene):
            return super().read(Words(""), scene)
        found = super().read(first, scene)
        words.left = f"{first.left}{mark}{tail}"
        return found


def _begins_with_names(line: str, scene: Scene) -> bool:
    group = scene.company.finder.groups.spot(line, lambda _: True)
    if group and group.start == 0:
        return False
    names = names_of(line.split(" ")[0])
    return bool(names and match(names[0], scene.company.register, lambda _: True).people)


@dataclass(frozen=True, slots=True)
class PastedMembers:
    """All that is left. `more`: they come to those of the list before; `whole`: nobody else is in the group."""

    wanted: ClassVar[str] = "把群成员贴给我，一行一个姓名或群昵称。"

    names: tuple[str, ...]
    more: bool = False
    whole: bool = False

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        more, whole = bool(words.take(_MORE)), bool(words.take(_ALL))
        names = names_of(words.left)
        words.left = ""
        return cls(names, more, whole) if names else None

    def explained(self) -> Mapping[str, Any]:
        return {"lines": len(self.names)}
