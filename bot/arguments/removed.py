"""Who is to leave a group that the sender looks after: a colleague, or somebody from outside by his name there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.kept_groups import KeptGroup, kept_by
from bot.arguments.people import PersonNamed
from bot.arguments.reason import Reason
from bot.domain.groups.group import Group
from bot.domain.groups.guests import guest_called, guest_in
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words

_HERE: Final = re.compile(r"^(?:本|这个|咱们|我们)?群[里内聊]?(?:[，,。；;\s]+|$)")
_THANKS: Final = re.compile("^(?:谢谢|多谢|谢了|辛苦)[你您了啦]*[。！!]?$")
_FIRST: Final = re.compile(r"[\s，,。；;]")
_ANOTHER: Final = re.compile(r"^(?:[、和跟与及]|还有)?\s*[@＠]")


class GroupOfTheirs(KeptGroup):
    """In private the only one of mine that whoever is named is in. Another group may stand in the reason."""

    @classmethod
    def names_one(cls, words: Words, scene: Scene) -> bool:
        spotted = scene.company.finder.groups.spot(words.left, lambda _: True)
        if spotted is None:
            return False
        kept = set(kept_by(scene))
        alone = not words.left[spotted.end : spotted.end + 1].isalnum()
        return super().names_one(words, scene) and (alone or not kept.isdisjoint(spotted.groups))

    @classmethod
    def narrowed(cls, kept: Sequence[Group], words: Words, scene: Scene) -> Sequence[Group]:
        if outsider := guest_in(words.left, kept):
            return [group for group in kept if group.guest(outsider[1])]
        spotted = scene.company.finder.people.spot(words.left)
        named = {person.user_id for person in spotted.people} if spotted else set()
        return [group for group in kept if not named.isdisjoint(group.insiders)] or kept


@dataclass(frozen=True, slots=True)
class Removed:
    """Either `person` or `guest`."""

    wanted: ClassVar[str] = "移出谁？@ 对方；外部成员写上群里的名字。"
    key: ClassVar[str] = "target"

    name: str
    person: Person | None = None
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if outsider := _outsider(words, scene):
            return cls(outsider)
        found = PersonNamed.read(words, scene)
        return cls(found.name, found.person, found.guess) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {self.key: self.name}


def _outsider(words: Words, scene: Scene) -> str | None:
    """By his name in the group; by a part of it, where no colleague is called that."""
    rooms = [scene.group] if scene.group else kept_by(scene)
    written, name = guest_in(words.left, rooms) or (_FIRST.split(words.left, maxsplit=1)[0], "")
    if not name and written and scene.company.finder.people.spot(written) is None:
        known = guest_called(written, *rooms)
        name = known.name if known else ""
    if name:
        start = words.left.index(written)
        words.cut(start, start + len(written))
    return name or None


class WhyRemoved(Reason):
    """Whoever is removed reads it."""

    wanted: ClassVar[str] = "原因是什么？对方会看到。"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if words.take(_ANOTHER):
            raise UserError(Code.CLARIFY, "一次只移出一位，什么都没有改动。请只写一位，例如：/移出 @张三 已调离项目")
        words.left = _THANKS.sub("", _HERE.sub("", words.left.lstrip("，,。；;：: 的了")))
        return super().read(words, scene)
