"""Whom somebody wants in a group: colleagues, one or several, and people from outside with their company."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.kept_groups import kept_by
from bot.arguments.people import PersonNamed
from bot.domain.groups.guests import guest_called, guest_name, guest_parts, is_titled
from bot.domain.width import narrow
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_BETWEEN: Final = regex(r"[、，,；;\n]+")
_JOINT: Final = regex(r"^(?:以及|还有|和|跟|与|及|新?同事|一下|[\s,，、])+")
_PLACE: Final = regex(r"(?:部|组|中心|办|室|车间|科|班)$")  # of the company's own, though nobody knows it


@dataclass(frozen=True, slots=True)
class Invited:
    """`guests` by their whole names; `strangers` are words that name nobody here, and no company either."""

    wanted: ClassVar[str] = "请谁进群？@ 对方；外部成员写上公司和姓名。"
    key: ClassVar[str] = "target"

    people: tuple[PersonNamed, ...]
    guests: tuple[str, ...] = ()
    strangers: tuple[str, ...] = ()

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        people: dict[str, PersonNamed] = {}
        guests: list[str] = []
        strangers: list[str] = []
        for part in _BETWEEN.split(words.rest()):
            for found in _named(_JOINT.sub("", part).strip(), scene):
                if isinstance(found, PersonNamed):
                    people.setdefault(found.person.user_id, found)
                else:
                    (guests if guest_parts(found) else strangers).append(found)
        if not people and not guests and not strangers:
            return None
        return cls(tuple(people.values()), tuple(dict.fromkeys(guests)), tuple(dict.fromkeys(strangers)))

    @property
    def guess(self) -> str | None:
        return "；".join(each.guess for each in self.people if each.guess) or None

    def explained(self) -> Mapping[str, Any]:
        names = [*(each.name for each in self.people), *self.guests, *self.strangers]
        return {self.key: names[0] if len(names) == 1 else names}


def _named(part: str, scene: Scene) -> Iterator[PersonNamed | str]:
    """Colleagues one after the other; whatever is left is somebody from outside, or nobody. Raises UserError."""
    words = Words(part)
    while words.left:
        if outsider := _outsider(words.left, scene):
            yield outsider
            return
        found = PersonNamed.read(words, scene)
        if found is None:
            yield words.rest()
            return
        yield found
        words.left = _JOINT.sub("", words.left).strip()


def _outsider(written: str, scene: Scene) -> str | None:
    """恒远置业-李总; 李总 as it stands, where nobody here is called that."""
    find = scene.company.finder
    if "@" in narrow(written):
        return None
    if is_titled(written) and find.people.spot(written) is None:
        known = guest_called(written, *kept_by(scene))
        return known.name if known else written
    parts = guest_parts(written) or ()
    ours = any(find.people.spot(part) or find.departments.spot(part) or _PLACE.search(part) for part in parts[:1])
    return guest_name(parts) if parts and not ours else None
