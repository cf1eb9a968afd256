"""How a group's nicknames stand: counts where it was asked, names with the string to copy in private, and a table.

WeCom tells nobody the nicknames inside an internal group. What is checked is what people declared, what WeCom tells of
customer groups, and the list that you paste below the command, one nickname a line.

Example:
    郑群> /昵称报告 项目A工作群
    张三
    生产部 何苗
    机器人→郑群> [文件 昵称报告-项目A工作群-2026-11-22.xlsx] 昵称报告的明细，每人一行。
    机器人> 项目A工作群：查到 2 人的群昵称，1 人规范，1 人要改，7 人的昵称还不知道。
    缺少部门 1、能认出，不够规范 1。
    · 张三「张三」缺少部门，建议：生产部-张三
    通讯录里的姓名和别名也查过了，没有问题。
    企业微信不让机器人读内部群的昵称，这里查的是：管理员粘贴 2 人。
    想逐个核对，把群成员的昵称一行一个贴在「/昵称报告 项目A工作群」下面私聊发我。
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar, Final, Self

from bot.arguments.groups import GroupOrHere
from bot.domain.groups.group import Group
from bot.domain.nicknames.known import Source
from bot.domain.nicknames.matching import Matched, lines_of
from bot.domain.nicknames.survey import pasted
from bot.services.nicknames.reporting import KEEPERS, READING_JOB, attach, surveyed
from bot.services.nicknames.wording import counted, detailed
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

FRESH: Final = timedelta(hours=1)  # since WeCom was asked


@dataclass(frozen=True, slots=True)
class PastedNicknames:
    """The lines below the first one."""

    wanted: ClassVar[str] = ""

    lines: tuple[str, ...]
    kept: bool = True

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """As they were typed."""
        above = words.left.partition("\n")[0]
        lines = lines_of(words.cut(len(above), len(words.left)))
        return cls(lines) if lines else None

    def explained(self) -> Mapping[str, Any]:
        return {"lines": len(self.lines)}


@command(
    "昵称报告",
    aliases=("nickreport", "ncbg"),
    says=("(谁|哪些人|还有谁)的[群]昵称(不规范|不对|有问题|不合规|没改|要改)",),
    summary="检查一个群的昵称，列出要改的",
    audience=KEEPERS,
)
async def nickname_report(ctx: Context, lines: PastedNicknames | None = None, *, group: GroupOrHere) -> Reply:
    unmatched = await _keep(lines.lines, group.group, ctx) if lines else ()
    found = await surveyed(group.group, ctx.company, ctx.store, ctx.now, unmatched=unmatched)
    again = group.group.has_customers and (found.reading is None or found.reading.at < ctx.now - FRESH)
    if again:
        await ctx.store.nicknames.wish(group.group.id, ctx.sender.user_id)
        await ctx.store.jobs.hasten(READING_JOB, ctx.now)
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(f"{counted(found)}{NO_PRIVATE_WAY}")
    await attach(found, ctx.company, ctx.store, ctx.tell, ctx.sender.user_id)
    if not ctx.chat.is_group:
        return Reply(detailed(found, again=again))
    ctx.tell(ToPerson(ctx.sender.user_id), Text(detailed(found, again=again)))
    return Reply(f"{counted(found)}明细已私聊你。")


async def _keep(lines: Sequence[str], group: Group, ctx: Context) -> Sequence[Matched]:
    """What was pasted stands for the group until somebody pastes anew; the lines that are nobody's."""
    known, unmatched = await asyncio.to_thread(pasted, lines, group, ctx.company.register, ctx.now)
    await ctx.store.nicknames.replace(group.id, Source.PASTED, known, by=ctx.act)
    return unmatched
