"""A department, named in the line: 生产部, 人事部 (an alias), 生产部/一车间."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.finding.departments import DepartmentFinder, DepartmentSpotted
from bot.domain.people import Department
from bot.domain.wording import shown
from bot.errors import Candidate, Code, UserError
from bot.shapes.arguments import Scene, Words

LISTED: Final = 10  # candidates that a sentence names


@dataclass(frozen=True, slots=True)
class DepartmentNamed:
    """One department of the directory."""

    wanted: ClassVar[str] = "哪个部门？"
    key: ClassVar[str] = "dept"

    department: Department
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        find = scene.company.finder.departments
        spotted = find.spot(words.left)
        if spotted is None:
            if stranger := find.unknown(words.left):
                raise _no_such(words.left[stranger.start : stranger.end], find)
            return None
        department = _one_of(spotted, words.left, find)
        words.cut(spotted.start, spotted.end)
        return cls(department, f"部门是{department.name}" if spotted.guessed else None)

    def explained(self) -> Mapping[str, Any]:
        return {self.key: self.department.name}


def department_called(written: str, scene: Scene) -> Department:
    """The one that a whole word means. Raises UserError."""
    found = DepartmentNamed.read(Words(written), scene)
    if found is None:
        sentence = f"没有「{shown(written)}」这个部门。请按通讯录里的部门名再写一次。"
        raise UserError(Code.UNKNOWN_DEPT, sentence, typed=written)
    return found.department


def _one_of(spotted: DepartmentSpotted, text: str, find: DepartmentFinder) -> Department:
    if len(spotted.departments) == 1:
        return spotted.departments[0]
    typed, paths = text[spotted.start : spotted.end].strip(), [find.path(each) for each in spotted.departments]
    question = f"「{shown(typed)}」是哪个部门？"
    raise UserError(
        Code.AMBIGUOUS_TARGET,
        question if len(paths) > LISTED else f"{question}{'、'.join(paths)}。",
        candidates=[Candidate(path) for path in paths],
        typed=typed,
    )


def _no_such(typed: str, find: DepartmentFinder) -> UserError:
    nearest = find.nearest(typed)
    if nearest is None:
        sentence = f"没有「{shown(typed)}」这个部门。请按通讯录里的部门名再写一次。"
        return UserError(Code.UNKNOWN_DEPT, sentence, typed=typed)
    sentence = f"没有「{shown(typed)}」这个部门，你说的是{nearest.name}吗？请按通讯录里的部门名再写一次。"
    return UserError(Code.UNKNOWN_DEPT, sentence, suggest=nearest.name, typed=typed)
