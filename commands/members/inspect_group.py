"""One look at a group: who is in it without an approval, has left or was moved, names, rules, what is not done yet.

WeCom's own list is read anew where it can be; of other groups a keeper can hand one in. What is found goes to whoever
looks after the group, in private.

Example:
    郑群> /群巡检 项目A工作群
    机器人> 项目A工作群巡检：登记 9 人，企业微信不让我读这个群的名单。
    把成员名单发我就能核对：/群名单 项目A工作群，下面一行一个姓名。
    · 不再符合成员范围 1 人：欧阳静（现在在财务部）。
    · 应在群里，还没进 2 人：李四（现在在生产部）、钱卫东（现在在总裁办）。
    要处理，发 /梳理 项目A工作群。
"""

from datetime import timedelta
from typing import Final

from bot.arguments.rosters import GroupKnownOrKept
from bot.domain.rights import OVERSEERS
from bot.services.groups.rosters.inspecting import inspected, is_stale
from bot.services.groups.rosters.wanting import read_soon
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

LOOK: Final = "看看|看一下|查查|查一下|帮我看看|帮我查一下"
WRONG: Final = "(问题|不该在的人|不该在的|外人|多余的人|离职的人|离职的|离职员工|离职人员|陌生人)"
AGAIN: Final = "我现在去读企业微信的名单，读完把新的结果私聊发你。"


@command(
    "群巡检",
    aliases=("巡检", "inspect", "qxj", "检查群", "群检查"),
    says=(
        "[帮我](巡检|检查)[一下|下](这个群|本群|群里)[的][成员|名单|情况]",
        "[帮我](巡检|检查)[一下|下]…(群|平台)[的][成员|名单|情况]",
        f"[{LOOK}](这个群|本群|群里|这个群里|本群里)有没有{WRONG}",
        f"[{LOOK}]…(群|群里|群中|群里面|平台|平台里)有没有{WRONG}",
        "(这个群|本群|群里|这个群里)(谁|有谁|哪些人|还有谁)(不该在|不应该在|已经离职)[的|了]",
        "[看看|看一下|查一下]…群[的](成员|名单|人)(对不对|有没有问题|齐不齐)",
    ),
    summary="检查一个群的成员和管理情况",
    audience=OVERSEERS,
)
async def inspect_group(ctx: Context, group: GroupKnownOrKept) -> Reply:
    about = group.group
    words = await inspected(ctx, about)
    if is_stale(about, await ctx.store.rosters.get(about.id), ctx):
        await ctx.store.rosters.wish(about.id, ctx.sender.user_id)
        await read_soon(ctx, about, after=timedelta(0))
        words = f"{words}\n{AGAIN}"
    return Reply(words, private=True)
