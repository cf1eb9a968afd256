"""Who is to leave a group that the sender looks after: a colleague, or somebody from outside by his name there."""

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
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_HERE: Final = regex(r"^(?:本|这个|咱们|我们)?群[里内聊]?(?:[，,。；;\s]+|$)")
_THANKS: Final = regex("^(?:谢谢|多谢|谢了|辛苦)[你您了啦]*[。！!]?$")
_FIRST: Final = regex(r"[\s，,。；;]")
_LENGTH: Final = regex(r"^(?:时长|期限|时间)[为是]?(?=[\s，,：:]|$)[\s，,：:]*")
_GAPS: Final = regex(r"\s*[，,](?:\s*[，,])+\s*|\s+(?=[，,])")
_FIRST_OF_ALL: Final = regex(r"^(?:先|再|直接|发[一]?个|记[一]?次)(?=\s|$)")
_ANOTHER: Final = regex(r"^(?:[、和跟与及]|还有)?\s*[@＠]")
_AND: Final = regex(r"^\s*(?:[、和跟与及]|还有|以及)\s*(?=\S)")


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


def names_another(words: Words, scene: Scene) -> bool:
    """张三、李四 刷屏: behind the first one, a second with an `and`."""
    joined = _AND.match(words.left)
    spotted = scene.company.finder.people.spot(words.left[joined.end() :]) if joined else None
    return spotted is not None and spotted.start == 0 and not spotted.guessed


@dataclass(frozen=True, slots=True)
class WhyHim(Reason):
    """Whom it is about reads it; it is about one person. `quote`: what was quoted along with it."""

    wanted: ClassVar[str] = "原因是什么？对方会看到。"
    only_one: ClassVar[str] = "一次只处理一位，什么都没有改动。请只写一位，例如：/警告 @张三 刷广告"

    quote: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if words.take(_ANOTHER) or names_another(words, scene):
            raise UserError(Code.CLARIFY, cls.only_one)
        left = _FIRST_OF_ALL.sub("", words.left.lstrip("，,。；;：: 的了-—–")).lstrip()
        words.left = _GAPS.sub("，", _THANKS.sub("", _HERE.sub("", _LENGTH.sub("", left))))
        found = Reason.read(words, scene)
        return cls(found.text, scene.quote or "") if found else None


class WhyRemoved(WhyHim):
    only_one = "一次只移出一位，什么都没有改动。请只写一位，例如：/移出 @张三 已调离项目"
