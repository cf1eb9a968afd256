"""Somebody of the company, named in the line: 刘洋, @生产部-刘洋, 刘洋(0086), liuyang, 王经理."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.company import Company
from bot.domain.finding.people import Spotted
from bot.domain.people import Person
from bot.domain.wording import shown
from bot.errors import Candidate, Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

MOST: Final = 100  # candidates that are counted; who is one of more says more of himself anyway
LISTED: Final = 10  # that a sentence names
WIDEST: Final = 16  # characters of one on a card
_MYSELF: Final = regex(r"^@?(我自己|我本人|本人|自己|我)(?![\w])")


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """One person. A subclass gives the word of the contract (`key`) and its own question."""

    wanted: ClassVar[str] = "是谁？写上姓名，或 @ 对方。"
    key: ClassVar[str] = "target"

    person: Person
    name: str  # as told apart from others of the same name
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if scene.sender and words.take(_MYSELF):
            return cls(scene.sender, scene.company.told_apart(scene.sender))
        find = scene.company.finder.people
        spotted = find.spot(words.left) or find.unknown(words.left)
        if spotted is None:
            return None
        person, guess = _one_of(spotted, words.left, scene)
        _cut(words, spotted)
        return cls(person, scene.company.told_apart(person), guess)

    def explained(self) -> Mapping[str, Any]:
        return {self.key: self.name}


def _one_of(spotted: Spotted, text: str, scene: Scene) -> tuple[Person, str | None]:
    typed = text[spotted.start : spotted.end].strip()
    if not spotted.people:
        raise _nobody(typed, spotted.near, scene.company)
    if len(spotted.people) == 1:
        person = spotted.people[0]
        return person, _taken_for(person, scene.company) if spotted.guessed else None
    if here := _only_one_here(spotted, text, scene):
        return here, _taken_for(here, scene.company)
    raise _several(typed, spotted.people, scene)


def _only_one_here(spotted: Spotted, text: str, scene: Scene) -> Person | None:
    """Whom an @ in a group must mean, if only one of them is known to be in it."""
    if scene.group is None or text[: spotted.start].rstrip()[-1:] not in ("@", "＠"):
        return None
    here = [person for person in spotted.people if person.user_id in scene.group.members]
    return here[0] if len(here) == 1 else None


def _taken_for(person: Person, company: Company) -> str:
    return f"对方是{_where(person, company)}{company.told_apart(person)}"


def _where(person: Person, company: Company) -> str:
    department = company.department_of(person)
    return f"{department.name}的" if department else ""


def _nobody(typed: str, near: Sequence[Person], company: Company) -> UserError:
    if not near:
        sentence = f"通讯录里没有找到「{shown(typed)}」。请写对方的全名，或加上部门，例如：生产部-张三。"
        return UserError(Code.NOT_FOUND, sentence, typed=typed)
    likely = "、".join(f"{_where(each, company)}{company.told_apart(each)}" for each in near[:3])
    sentence = f"通讯录里没有找到「{shown(typed)}」。你找的是{likely}吗？请写全名再发一次。"
    return UserError(Code.NOT_FOUND, sentence, suggest=company.told_apart(near[0]), typed=typed)


def _several(typed: str, people: Sequence[Person], scene: Scene) -> UserError:
    company = scene.company
    ordered = sorted(people, key=lambda each: not _is_near(each, scene))[:MOST]
    names = [company.told_apart(each) for each in ordered]
    places = [_where(each, company) for each in ordered]
    listed = "、".join(f"{place}{name}" for place, name in zip(places, names, strict=True))
    question = f"「{shown(typed)}」是哪一位？"
    return UserError(
        Code.AMBIGUOUS_PERSON,
        question if len(people) > LISTED else f"{question}{listed}。",
        candidates=[
            Candidate(name, label=_label(name, place, places)) for name, place in zip(names, places, strict=True)
        ],
        typed=typed,
    )


def _label(name: str, place: str, places: Sequence[str]) -> str:
    """With the department, where that tells them apart and there is room for it."""
    label = f"{name} {place.removesuffix('的')}"
    return label if len(set(places)) > 1 and len(label) <= WIDEST else name


def _is_near(person: Person, scene: Scene) -> bool:
    """Colleagues and members of this group are meant more often."""
    if scene.group and person.user_id in scene.group.members:
        return True
    return scene.sender is not None and person.main_department == scene.sender.main_department


def _cut(words: Words, spotted: Spotted) -> None:
    before = words.left[: spotted.start].rstrip()
    start = len(before) - 1 if before[-1:] in ("@", "＠") else spotted.start
    words.cut(start, spotted.end)
