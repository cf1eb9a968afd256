"""The parts of `/建群 类型 名称 [部门] [成员]`, in any order: each takes its own words out of the line.

What stands behind a word (成员, 群管, 部门, 用途) is that; else an @ is a member, and what stands at the end is read as
people or departments if all of it is. The name is what is left beside the type.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.departments import department_called
from bot.arguments.people import PersonNamed
from bot.domain.finding.folding import fold
from bot.domain.groups.group import LONGEST_PURPOSE
from bot.domain.groups.types import GroupType, type_called
from bot.domain.width import narrow
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_BEGIN: Final = r"(?:^|[\s，,；;。])"
_IS: Final = r"(?:[是由为有：:\s]+|(?=@))"
_NEXT: Final = rf"(?={_BEGIN}(?:成员|人员|群管理员|群管|管理员|部门|用途|目的){_IS}|$)"
_PURPOSE: Final = regex(rf"{_BEGIN}(?:用途|目的|用于|用来){_IS}?(.+?){_NEXT}")
_ADMIN: Final = regex(rf"{_BEGIN}(?:群管理员|群管|管理员){_IS}([^\s，,；;、]+)")
_GLUED_ADMIN: Final = regex(rf"{_BEGIN}(?:群管理员|群管|管理员)([^\s，,；;、]+)")
_MEMBERS: Final = regex(rf"{_BEGIN}(?:成员|人员|拉上|拉|包括|包含|加上){_IS}(.+?){_NEXT}")
_GLUED: Final = regex(
    rf"{_BEGIN}(?:成员|人员|拉上|拉|包括|包含|加上)(.+?){_NEXT}"
)  # 成员张三和李四, where the first is somebody
_DEPARTMENTS: Final = regex(rf"{_BEGIN}(?:所属部门|部门){_IS}([^\s，,；;]+(?:[、和][^\s，,；;、]+)*)")
_MENTION: Final = regex(r"@\s?([^\s，,；;、@]+)")
Is = Callable[[str, Scene], bool]
_BLANKS: Final = regex(r"[\s，,；;]+")
_LABELS: Final = regex(r"(?<![^\s，,；;])(?:群类型|类型|群名称|名称|群名|名字)(?:[：:是为]+\s*|\s+)(?=\S)")
_EVERYBODY: Final = frozenset({"所有人", "全体", "全员", "全体员工", "全体成员", "全部人员"})
_LIKE_A_TYPE: Final = regex(r"(群|平台)$|^[A-Za-z]\d+$")
_BETWEEN: Final = regex(r"[、，,；;\s@]+|(?<=[\w)])(?:和|与|及)(?=[\w@])")
_ALL_OF: Final = regex(r"(?:的)?(?:全体|全部|所有)(?:员工|成员|人员|同事|人)?$|的人$|全员$")


@dataclass(frozen=True, slots=True)
class Purpose:
    wanted: ClassVar[str] = "这个群做什么用？"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_PURPOSE)
        text = found[1].strip("，,。 ") if found else ""
        if len(text) > LONGEST_PURPOSE:
            raise UserError(Code.LIMIT, f"用途有 {len(text)} 个字，最多写 {LONGEST_PURPOSE} 个。请写短一些。")
        return cls(text) if text else None

    def explained(self) -> Mapping[str, Any]:
        return {"purpose": self.text}


class NamedAdmin(PersonNamed):
    """群管 @郑群: who is to look after it, if not whoever asks."""

    wanted = "谁当群管理员？"
    key = "admin"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = _ADMIN.search(words.narrow) or _GLUED_ADMIN.search(words.narrow)
        if found is None or (found.re is _GLUED_ADMIN and not scene.company.finder.people.called(found[1])):
            return None
        named = super().read(Words(found[1]), scene)
        if named:
            words.cut(found.start(), found.end())
        return named


@dataclass(frozen=True, slots=True)
class Members:
    """People by name, and departments all of whose people come along."""

    wanted: ClassVar[str] = "有哪些成员？"

    people: tuple[PersonNamed, ...] = ()
    staff: tuple[str, ...] = ()

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        parts = _listed(words, scene)
        while mentioned := words.take(_MENTION):
            parts.append(mentioned[1])
        parts += _cut_end(words, scene, _is_member, beside=_is_department)
        people = [_person(part, scene) for part in parts if part.strip(" 。") and not _is_staff(part, scene, bare=True)]
        staff = [_department(part, scene) for part in parts if _is_staff(part, scene, bare=True)]
        return cls(tuple(people), tuple(dict.fromkeys(staff))) if people or staff else None

    @property
    def users(self) -> tuple[UserId, ...]:
        return tuple(dict.fromkeys(each.person.user_id for each in self.people))

    @property
    def guess(self) -> str | None:
        return next((each.guess for each in self.people if each.guess), None)

    def explained(self) -> Mapping[str, Any]:
        return {"members": [*(each.name for each in self.people), *(f"{name}全体" for name in self.staff)]}


@dataclass(frozen=True, slots=True)
class OwnDepartments:
    """Whose group it is: 部门 生产部, or just the department behind the name."""

    wanted: ClassVar[str] = "是哪些部门的群？"

    names: tuple[str, ...]

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        whole = words.left
        said = words.take(_DEPARTMENTS)
        if said and not _for_the_name(_tokens(words.left), scene):
            said, words.left = None, whole  # 部门 生产部: the type and the name
        parts = _BETWEEN.split(said[1]) if said else []
        parts += _cut_end(words, scene, _is_department)
        names = tuple(dict.fromkeys(_department(part, scene) for part in parts if part))
        return cls(names) if names else None

    def explained(self) -> Mapping[str, Any]:
        return {"departments": list(self.names)}


def type_and_name(line: str, types: Sequence[GroupType]) -> tuple[str, str]:
    """(the type's word, the name): wherever the type stands; what looks like a type but is none stays its word."""
    tokens = _tokens(_LABELS.sub(" ", narrow(line)))
    exact = {name.casefold() for each in types for name in each.names}
    for token in sorted(tokens, key=lambda each: each.casefold() not in exact):
        if type_called(token, types):
            return token, " ".join(each for each in tokens if each is not token)
    names = sorted((name for each in types for name in each.names), key=len, reverse=True)
    for name in names:
        if tokens and tokens[0].startswith(name) and len(name) > 2:
            return name, " ".join([tokens[0].removeprefix(name), *tokens[1:]]).strip()
    if len(tokens) > 1 and _LIKE_A_TYPE.search(tokens[0]):
        return tokens[0], " ".join(tokens[1:])
    return _type_behind("".join(tokens), types) or ("", " ".join(tokens))


def _type_behind(word: str, types: Sequence[GroupType]) -> tuple[str, str] | None:
    """项目C项目公司工作群, 项目C营销微信平台: an ending that one type alone has, else the whole name of a type."""
    endings = [each.ending for each in types]
    for type_ in types:
        marks = (type_.ending,) if endings.count(type_.ending) == 1 else (type_.name,)
        for mark in (*marks, *(each.removesuffix("群") for each in marks)):
            if word.endswith(mark) and len(word) > len(mark):
                return type_.name, word.removesuffix(mark).removesuffix("的")
    return None


def _listed(words: Words, scene: Scene) -> list[str]:
    """What stands behind 成员."""
    if found := words.take(_MEMBERS):
        return _BETWEEN.split(found[1])
    glued = _GLUED.search(words.narrow)
    parts = _BETWEEN.split(glued[1]) if glued else []
    if not glued or not _is_member(parts[0], scene):
        return []
    words.cut(glued.start(), glued.end())
    return parts


def _cut_end(words: Words, scene: Scene, is_one: Is, *, beside: Is | None = None) -> list[str]:
    """The words at the end all of whose parts are such, as far as something is left for the name. Between them may
    stand what is `beside` them, which stays."""
    found: list[str] = []
    tokens = _tokens(words.left)
    for place in reversed(_for_the_name(tokens, scene)[1:]):
        parts = [part for part in _BETWEEN.split(narrow(tokens[place])) if part]
        if parts and all(is_one(part, scene) for part in parts):
            found = parts + found
            tokens[place] = ""
        elif not (beside and parts and all(beside(part, scene) for part in parts)):
            break
    words.left = " ".join(filter(None, tokens))
    return found


def _tokens(line: str) -> list[str]:
    return [token for token in _BLANKS.split(line) if token]


def _for_the_name(tokens: Sequence[str], scene: Scene) -> Sequence[int]:
    """Places of words that aren't the type."""
    return [place for place, token in enumerate(tokens) if not type_called(narrow(token), scene.company.group_types)]


def _is_member(part: str, scene: Scene) -> bool:
    return bool(scene.company.finder.people.called(part)) or _is_staff(part, scene) or part in _EVERYBODY


def _is_department(part: str, scene: Scene) -> bool:
    return bool(scene.company.finder.departments.words.get(fold(part)))


def _is_staff(part: str, scene: Scene, *, bare: bool = False) -> bool:
    """生产部全体; `bare`: or just 生产部, where only members can be meant."""
    short = _ALL_OF.sub("", part)
    return (bare or short != part) and _is_department(short, scene)


def _person(part: str, scene: Scene) -> PersonNamed:
    if part in _EVERYBODY:
        raise UserError(Code.CLARIFY, f"「{part}」是哪些人？请写部门或姓名，例如：生产部全体。", typed=part)
    words = Words(part.strip(" 。"))
    found = PersonNamed.read(words, scene)
    if found is None or words.left:
        raise UserError(Code.NOT_FOUND, f"通讯录里没有找到「{part}」。请写成员的全名，或者 @ 对方。", typed=part)
    return found


def _department(part: str, scene: Scene) -> str:
    return department_called(_ALL_OF.sub("", part), scene).name
