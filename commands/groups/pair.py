"""Join the two ids of a room: the one of the app that made it, and the one of the AI bot that hears it.

`/绑定 群名` has a code said in the room that the app made; whoever looks after the group types it where the AI bot
hears it: `@机器人 /绑定 码`. It works once, for half an hour. `/绑定 群名` also tells what is joined, `/绑定 群名 解除`
undoes it.

Example:
    郑群> /绑定 项目A工作群
    机器人> 项目A工作群已经接通：智能机器人听得到 @我，消息推送能发通知。
    接错了群聊就发 /绑定 项目A工作群 解除。
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.groups import GroupKnown
from bot.domain.groups.group import Group
from bot.domain.groups.knowing import oversees
from bot.domain.groups.pairing import LASTS, read_code
from bot.domain.guards import UNREGISTERED
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.services.groups.registry.describing import bindings
from bot.services.groups.registry.pairing import issue, redeem
from bot.services.groups.registry.registering import unpair
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

WHICH: Final = "绑定哪个群？写上群名；手里有绑定码，就到那个群里 @我 发 /绑定 码。"
_LIKE_A_CODE: Final = regex(r"[A-Z0-9]{3,5}[- ][A-Z0-9]{3,5}", re.IGNORECASE)
_UNDO: Final = regex(r"(解除|取消|解绑|断开|解开)(绑定|接通)?")


@dataclass(frozen=True, slots=True)
class TypedCode:
    """`code` is None for what can't be one."""

    wanted: ClassVar[str] = "绑定码是什么？"

    code: str | None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        typed = words.narrow.removeprefix("码").strip(" ：:。")
        code = read_code(typed)
        if code is None and not _LIKE_A_CODE.fullmatch(typed):
            return None
        plain = typed.isalpha() and scene.company.finder.groups.spot(typed, lambda group: group == scene.group)
        if plain:  # a group's name in Latin letters
            return None
        words.left = ""
        return cls(code)

    def explained(self) -> Mapping[str, Any]:
        return {"code": self.code or ""}


@dataclass(frozen=True, slots=True)
class Undone:
    wanted: ClassVar[str] = ""

    guess: str = "解除后我在那个群里不认得是哪个群，要重新 /登记群 或 /绑定"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        return cls() if words.take(_UNDO) else None

    def explained(self) -> Mapping[str, Any]:
        return {"undo": True}


def _rules(
    scene: Scene, code: TypedCode | None = None, undone: Undone | None = None, group: GroupKnown | None = None
) -> None:
    if code:
        return
    if group is None:
        if scene.in_group:
            raise UserError(Code.NOT_FOUND, UNREGISTERED)
        raise UserError(Code.MISSING_ARG, WHICH, missing=("group",))
    _ensure_oversees(scene, group.group)
    if undone and group.group.bot_chat is None:
        raise UserError(Code.BAD_STATE, f"{group.group.name}还没有接通哪个群聊，不用解除。")


def _ensure_oversees(scene: Scene, group: Group) -> None:
    if not oversees(scene.sender, group, scene.company):
        raise UserError(Code.NO_PERMISSION, f"{group.name}的绑定由它的群管理员来办。请找他们。")


@command(
    "绑定",
    aliases=("pair", "群绑定"),
    says=("(把|将|给)…绑定[一下]", "[我]要绑定…"),
    summary="把应用建的群和我听得到的群对上",
    writes=True,
    rules=_rules,
)
async def pair_group(
    ctx: Context, code: TypedCode | None = None, undone: Undone | None = None, group: GroupKnown | None = None
) -> Reply:
    if code:
        return await redeem(ctx, code.code)
    about = await ctx.store.groups.hold(group.group.id) if group else None
    if group is None or about is None:
        raise UserError(Code.NOT_FOUND, WHICH)
    if undone:
        return await _undo(ctx, about)
    if about.bot_chat:
        return Reply(f"{about.name}已经接通：{bindings(group.group)}。\n接错了群聊就发 /绑定 {about.name} 解除。")
    if about.app_chat is None:
        how = f"请把我（{ctx.company.bot_name}）加进群，在群里 @我 发 /登记群 {about.name}。"
        return Reply(f"{about.name}不是应用建的，不用绑定码：{how}")
    await issue(ctx, about)
    minutes = int(LASTS.total_seconds() // 60)
    how = f"先在群设置里把我（{ctx.company.bot_name}）加进群，再在群里 @我 发「/绑定 码」，{minutes} 分钟内有效。"
    return Reply(f"绑定码已发到{about.name}里。{how}")


async def _undo(ctx: Context, group: Group) -> Reply:
    if group.bot_chat is None:
        raise UserError(Code.BAD_STATE, f"{group.name}还没有接通哪个群聊，不用解除。")
    after = await unpair(ctx, group)
    way = f"/绑定 {group.name}" if after.app_chat else f"在群里 @我 发 /登记群 {group.name}"
    return Reply(f"解除了。要重新接通{group.name}：{way}。")
