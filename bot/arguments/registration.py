"""What is said of a room that is to be registered: its type, its name, what it is for, whose it is, who is to run it.

People write it in any order: `项目公司工作群 项目Z工作群 用途：日常沟通 部门：研发部 群管 @郑群`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.departments import department_called
from bot.arguments.people import PersonNamed
from bot.domain.company import Company
from bot.domain.finding.folding import fold
from bot.domain.groups.group import LONGEST_PURPOSE, Group
from bot.domain.groups.knowing import keeps_registry, may_hear_of, oversees
from bot.domain.groups.names import unusable
from bot.domain.groups.types import GroupType, type_called
from bot.domain.wording import shown
from bot.errors import Candidate, Code, UserError
from bot.identifiers import UserId
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

NEW: Final = "新群"  # none of those that wait for their chat
OTHER: Final = "其他"  # a group that D7 knows no type for
MOST_OFFERED: Final = 6
WHERE: Final = "看不出是哪个群。请到那个群里 @我 发 /登记群。"
_KEYS: Final = r"(?:用途|(?:归属|主管|所属)?部门|群管理员|群管|管理员)"
_PURPOSE: Final = regex(rf"用途[是为]?[：: ]\s*(.+?)[，,；;。\s]*(?={_KEYS}[是为]?[：: @]|$)", re.DOTALL)
_DEPARTMENTS: Final = regex(rf"(?:归属|主管|所属)?部门[是为]?[：: ]\s*(.+?)[，,；;。\s]*(?={_KEYS}[是为]?[：: @]|\s|$)")
_KEEPER: Final = regex(r"(?:群管理员|群管|管理员)[是为：: ]*(?=[@＠\w])")
_BETWEEN: Final = regex(r"[、，,和及+]")
_A_KEY: Final = regex(r"[a-z]\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Purpose:
    wanted: ClassVar[str] = "这个群是做什么用的？"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_PURPOSE)
        if found is None:
            return None
        said = " ".join(found[1].split())
        if len(said) > LONGEST_PURPOSE:
            raise UserError(Code.LIMIT, f"用途有 {len(said)} 个字，最多写 {LONGEST_PURPOSE} 个。请写短一些。")
        return cls(said)

    def explained(self) -> Mapping[str, Any]:
        return {"purpose": self.text}


@dataclass(frozen=True, slots=True)
class ItsDepartments:
    """Whose people belong in it, by the departments' names."""

    wanted: ClassVar[str] = "是哪个部门的群？"

    names: tuple[str, ...]

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_DEPARTMENTS)
        if found is None:
            return None
        return cls(
            tuple(
                dict.fromkeys(department_called(each, scene).name for each in _BETWEEN.split(found[1]) if each.strip())
            )
        )

    def explained(self) -> Mapping[str, Any]:
        return {"dept": list(self.names)}


@dataclass(frozen=True, slots=True)
class ItsKeeper:
    """Who is to run it."""

    wanted: ClassVar[str] = "谁当群管理员？"

    user: UserId
    name: str
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = _KEEPER.search(words.narrow)
        if found is None:
            return None
        behind = Words(words.left[found.end() :])
        person = PersonNamed.read(behind, scene)
        if person is None:
            return None
        words.left = f"{words.left[: found.start()].rstrip()} {behind.left}".strip()
        return cls(person.person.user_id, person.name, person.guess)

    def explained(self) -> Mapping[str, Any]:
        return {"target": self.name}


@dataclass(frozen=True, slots=True)
class Registration:
    """A group of the registry that this chat is, `known`; else a new one. `type` is None for one without a type.

    With neither name nor group it is the room itself, which is registered already; in private, the group that is named.
    """

    wanted: ClassVar[str] = "是哪一类群，叫什么名字？"

    known: Group | None = None
    type: GroupType | None = None
    name: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self:
        line = words.narrow.strip("，,。；;：: ")
        words.left = ""
        named = _registered(line, scene.company)
        if not scene.in_group and not (named and may_hear_of(scene.sender, named, scene.company)):
            raise UserError(Code.NOT_FOUND, WHERE)
        if named:
            return cls(known=_may_be_here(named, line, scene) if scene.in_group else named)
        types = [each for each in scene.company.group_types if each.enabled]
        kind, name = _parted(line, types)
        if scene.in_group and (named := _registered(name, scene.company)):
            return cls(known=_may_be_here(named, name, scene))
        type_ = type_called(kind, types) if kind and kind != OTHER else None
        if scene.group:
            return cls(known=_may_be_here(scene.group, name, scene) if not name else _elsewhere(scene.group))
        if not line and (waiting := _waiting(scene)):
            raise _which(waiting)
        if not kind:
            raise _what_type(types, name)
        if not name:
            raise UserError(Code.MISSING_ARG, "这个群叫什么名字？", missing=("name",))
        return cls(type=type_, name=name)

    def explained(self) -> Mapping[str, Any]:
        if self.known:
            return {"group": self.known.name}
        return {"type": self.type.key if self.type else OTHER, "name": self.name}


def taken(group: Group) -> UserError:
    """The room is a group already."""
    sentence = f"这个群已经登记：{group.name}。发 /群信息 看详情；登记错了就发 /绑定 {group.name} 解除，再登记一次。"
    return UserError(Code.DUPLICATE, sentence)


def _registered(line: str, company: Company) -> Group | None:
    wanted = _tight(line)
    return next((group for group in company.groups if wanted in map(_tight, group.names)), None)


def _may_be_here(group: Group, typed: str, scene: Scene) -> Group:
    """Raises UserError for one that is heard elsewhere, or of which the sender may not decide."""
    if group == scene.group:
        return group
    if not may_hear_of(scene.sender, group, scene.company):
        raise unusable(typed)
    if scene.group:
        raise taken(scene.group)
    if not oversees(scene.sender, group, scene.company):
        sentence = f"{group.name}已经登记。说这里就是它，要由它的群管理员来发 /登记群。"
        raise UserError(Code.NO_PERMISSION, sentence)
    if group.bot_chat:
        sentence = f"{group.name}已经接通了另一个群聊。这里是新的群就换个名字；接错了就先发 /绑定 {group.name} 解除。"
        raise UserError(Code.DUPLICATE, sentence)
    return group


def _elsewhere(group: Group) -> Group:
    raise taken(group)


def _waiting(scene: Scene) -> Sequence[Group]:
    """Those without a chat that the sender looks after; whoever keeps the registry names the one he means."""
    without = [group for group in scene.company.groups if group.bot_chat is None and not group.has_customers]
    user = scene.sender.user_id if scene.sender else None
    mine = [group for group in without if user in group.keepers or user == group.owner]
    if not mine and keeps_registry(scene.sender, scene.company):
        return without if len(without) <= MOST_OFFERED else ()
    return mine[:MOST_OFFERED]


def _which(groups: Sequence[Group]) -> UserError:
    candidates = [*(Candidate(group.name) for group in groups), Candidate(NEW, label="都不是，新登记")]
    return UserError(Code.AMBIGUOUS_GROUP, "这里是哪个群？", candidates=candidates)


def _what_type(types: Sequence[GroupType], name: str) -> UserError:
    candidates = [*(Candidate(each.key, label=each.name) for each in types), Candidate(OTHER, label="都不是")]
    missing = ("type",) if name else ("type", "name")
    return UserError(Code.MISSING_ARG, "这里是哪一类群？", candidates=candidates, missing=missing)


def _parted(line: str, types: Sequence[GroupType]) -> tuple[str, str]:
    """(the type's word, the name). Raises UserError for a key that is no type's."""
    tokens = [token for token in line.split() if token != NEW]
    exact = {name.casefold() for each in types for name in each.names} | {OTHER}
    for token in tokens:
        if token.casefold() in exact:
            return token, " ".join(each for each in tokens if each is not token)
    if tokens and _A_KEY.fullmatch(tokens[0]):
        known = "、".join(f"{each.key} {each.name}" for each in types)
        raise UserError(Code.UNKNOWN_TYPE, f"没有「{shown(tokens[0])}」这类群。有：{known}。都不是就写 {OTHER}。")
    return "", " ".join(tokens)


def _tight(name: str) -> str:
    return fold(name).replace(" ", "")
