"""Declare what you call yourself in this group, or, in private, in all groups: checked, and kept if it may stay (D7§7).

WeCom lets no program read or set a nickname inside a group, so the bot believes you, and you change it by hand.

Example:
    张三@项目A工作群> /改昵称 生产部-张三
    机器人@项目A工作群> 记下了：你在项目A工作群用「生产部-张三」，符合规范。
    群昵称要自己改，还没改的话，在群里点右上角「…」→「我在本群的昵称」粘贴即可。
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import ClassVar

from bot.domain.nicknames.known import Known, Source
from bot.domain.nicknames.verdicts import NicknameResult, NicknameVerdict
from bot.domain.wording import shown
from bot.identifiers import GroupId, UserId
from bot.services.nicknames.asked import Nickname, judged
from bot.services.nicknames.wording import HOW_TO_CHANGE
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

BY_HAND = f"群昵称要自己改，还没改的话，{HOW_TO_CHANGE}"


@dataclass(frozen=True, slots=True)
class NewNickname(Nickname):
    wanted: ClassVar[str] = "改成什么昵称？写上完整的昵称。"


@command(
    "改昵称",
    aliases=("rename", "gnc", "登记昵称", "改群昵称"),
    says=(
        "(把|将)我[的][群]昵称(改成|改为|换成)[了]…[了]",
        "我[的][群]昵称改成[了]…[了]",
        "[我][已经|刚刚|刚]把[群]昵称(改成|改为|换成)[了]…[了]",
        "[群]昵称[已经|已]改成[了]…[了]",
        "改[群]昵称(为|成)…[了]",
    ),
    summary="登记我在群里用的昵称",
    writes=True,
)
async def change_nickname(ctx: Context, nickname: NewNickname) -> Reply:
    verdict = await _told_apart(nickname.verdict, ctx)
    if not verdict.is_fine:
        return Reply(f"没有登记：{judged(verdict)}")
    group = ctx.chat.group
    await ctx.store.nicknames.declare(
        Known(ctx.sender.user_id, verdict.nickname, Source.DECLARED, ctx.now, group.id if group else None), by=ctx.act
    )
    await _close_case(ctx, group.id if group else None)
    where = f"在{group.name}" if group else "在各个群"
    return Reply(f"记下了：你{where}用「{shown(verdict.nickname)}」，{_standing(verdict)}\n{BY_HAND}")


async def _told_apart(verdict: NicknameVerdict, ctx: Context) -> NicknameVerdict:
    """Namesakes must not choose the same suffix."""
    if not verdict.is_fine or not ctx.company.register.is_shared(ctx.sender):
        return verdict
    others: Collection[UserId] = await ctx.store.nicknames.users_of(verdict.nickname)
    if set(others) <= {ctx.sender.user_id}:
        return verdict
    proper = ctx.company.register.proper(ctx.sender)
    return replace(verdict, outcome=NicknameResult.DUPLICATE_NAME, suggest=proper)


async def _close_case(ctx: Context, group: GroupId | None) -> None:
    cases = await ctx.store.nickname_cases.open_ones()
    mine = [each for each in cases if each.user == ctx.sender.user_id and each.group in (group, None)]
    await ctx.store.nickname_cases.close(mine, by=ctx.act)


def _standing(verdict: NicknameVerdict) -> str:
    if verdict.outcome is NicknameResult.HINT:
        return f"不算违规。集团高管可以直接用姓名：{verdict.suggest}"
    return f"能认出来，规范写法是：{verdict.suggest}" if verdict.suggest else "符合规范。"
