"""Ask for a new work group: its type decides who approves (D7§4); then the app makes it, or a person is asked to.

Example:
    周敏> /建群 项目公司工作群 项目C
    机器人→赵国强> [卡片] 周敏 申请建群：项目C工作群（项目公司工作群） RQ-20261122-001 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：建群：项目C工作群（项目公司工作群）。等 赵国强 审批。
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.groups.types import GroupType, type_called
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.wording import waiting_names
from bot.services.groups.founding import draft, undecided
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

ASKERS: Final = frozenset({Role.HR, Role.DEPT_HEAD, Role.EXECUTIVE, Role.PRESIDENT_OFFICE, Role.OPS, Role.WECOM_ADMIN})
SHORTEST, LONGEST = 2, 50  # characters of a group's name; WeCom cuts what is longer
_SAID: Final = re.compile(r"[\w()（）·\-—.&+ ]+")


@dataclass(frozen=True, slots=True)
class NewName:
    """The name of the group, completed by its type: 项目C → 项目C工作群. It leaves the type's word to `GroupKind`."""

    wanted: ClassVar[str] = "群叫什么名字？"

    name: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        called, written = _parted(words.narrow, scene.company.group_types)
        if not written:
            return None
        type_ = type_called(called, scene.company.group_types) if called else None
        name = type_.named(written) if type_ else written
        if not SHORTEST <= len(name) <= LONGEST or not _SAID.fullmatch(name):
            sentence = f"「{shown(name)}」不能作群名：写 {SHORTEST} 到 {LONGEST} 个字，不带表情和特殊符号。"
            raise UserError(Code.LIMIT, f"{sentence}换一个名字再发一次。")
        if type_ and any(name in group.names for group in scene.company.groups):
            raise _taken(name)
        words.left = called
        return cls(name)

    def explained(self) -> Mapping[str, Any]:
        return {"name": self.name}


@dataclass(frozen=True, slots=True)
class GroupKind:
    """One of the types of D7, by its key or a name of it."""

    wanted: ClassVar[str] = "哪一类群？高管工作群、运营推动群、集团工作群、项目公司工作群或营销微信平台。"

    type: GroupType

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest()
        if not written:
            return None
        found = type_called(written, scene.company.group_types)
        if found is None:
            known = "、".join(each.name for each in scene.company.group_types if each.approver)
            raise UserError(Code.UNKNOWN_TYPE, f"没有「{shown(written)}」这类群。可以建的有：{known}。")
        if found.approver is None:
            raise undecided(found, scene.company)
        return cls(found)

    def explained(self) -> Mapping[str, Any]:
        return {"type": self.type.key, "approver": self.type.approver}


@command(
    "建群",
    aliases=("newgroup", "新建群", "创建群"),
    says=("(新建|创建)[一][个]…群", "[我](要|想|申请)建[一][个]…群"),
    summary="申请建一个工作群",
    audience=ASKERS,
    writes=True,
)
async def found_group(ctx: Context, approvals: Approvals, name: NewName, type: GroupKind) -> Reply:
    _ensure_may_ask(ctx, type.type)
    if await ctx.store.groups.named(name.name):
        raise _taken(name.name)
    request = await approvals.open(ctx, draft(ctx.sender.user_id, type.type, name.name))
    waiting = waiting_names(request, ctx.company)
    return Reply(f"已提交 {request.number}：{request.text}。等 {waiting} 审批。")


def _taken(name: str) -> UserError:
    return UserError(Code.DUPLICATE, f"已经有叫「{name}」的群。换一个名字，或申请加入它。")


def _ensure_may_ask(ctx: Context, type_: GroupType) -> None:
    if not any(ctx.sender.user_id in ctx.company.grants.get(role, ()) for role in type_.askers):
        who = "、".join(role.label for role in Role if role in type_.askers)
        raise UserError(Code.NO_PERMISSION, f"{type_.name}由{who}申请（{type_.clause}）。请找他们申请。")


def _parted(line: str, types: Sequence[GroupType]) -> tuple[str, str]:
    """(the type's word, the name): wherever the type stands; what looks like a type but is none stays its word."""
    tokens = line.split()
    exact = {name.casefold() for each in types for name in each.names}
    for token in sorted(tokens, key=lambda each: each.casefold() not in exact):
        if type_called(token, types):
            return token, " ".join(each for each in tokens if each is not token)
    names = sorted((name for each in types for name in each.names), key=len, reverse=True)
    for name in names:
        if tokens and tokens[0].startswith(name) and len(name) > SHORTEST:
            return name, " ".join([tokens[0].removeprefix(name), *tokens[1:]]).strip()
    return (tokens[0], " ".join(tokens[1:])) if len(tokens) > 1 else ("", line.strip())
