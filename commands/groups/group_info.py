"""Tell what a group is for, who belongs in it and who looks after it; to who oversees it, also how it stands.

In a group only what everybody in it may know is said; of another group than that one, in private.

Example:
    张三> /群信息 项目A工作群
    机器人> 项目A工作群（项目公司工作群）
    谁能进：成员限总裁、常务副总裁和这个项目公司的员工（生产部）。依据：《企业微信工作群管理办法》第四条
    群管理员：郑群
    成员 9 人。
    你在群里。
"""

from bot.arguments.groups import GroupTold
from bot.domain.groups.knowing import oversees
from bot.services.groups.registry.describing import overseer_lines, public_lines, standing_line
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "群信息",
    aliases=("groupinfo", "群资料", "群详情"),
    says=(
        "[查|看|查看|看看|查一下|看一下](这个群|本群|我们群)[的](信息|资料|情况|用途|规定)",
        "(这个群|本群|我们群)(是干什么|是干嘛|是做什么|是干啥)[用]的",
        "(这个群|本群|我们群)[的](用途|信息|情况)(是什么|是啥|怎么样)",
        "…(群|平台)的(用途|信息|情况)(是什么|是啥|怎么样)",
        "(这个群|本群|我们群|群)里[一共|都]有(谁|哪些人|多少人|几个人|多少成员)",
        "(这个群|这群|本群|我们群)(是谁管的|归谁管|谁管|谁负责|有多少人|有几个人|谁是群主|谁是管理员|谁是群管理员|谁能进|哪些人能进)",
        "(这个群|本群|我们群)[的](群管|管理员|群管理员|群主|副管理员)是谁",
        "…(是谁管的|归谁管|谁管|谁负责管|的群管理员是谁|的管理员是谁|的群主是谁|有多少人|是干什么用的|是干什么的|是做什么的|是做什么用的|是干嘛的|谁能进|哪些人能进)",
        "谁是…的(群主|管理员|群管理员|群管)",
        "…[里][都](有谁|有哪些人|有哪些成员)",
        "[这个群|这群|本群|我们群][的](群主|群管|群管理员)是(谁|哪个|哪位)",
        "…[的](群主|群管|群管理员|管理员|副群管|副群管理员)是(谁|哪个|哪位)",
        "(谁|哪些人|什么人)(能|可以)(进|加入|进入)…",
        "(查一下|看一下|查查|看看|查看|查|看)…(群|平台)",
        "[查一下|看一下|查看|看看|查|看]…的群信息",
        "(查一下|看一下|查看|看看|查|看)…群的(信息|资料|情况|用途)",
    ),
    summary="看一个群的用途、规定和管理员",
)
async def group_info(ctx: Context, group: GroupTold) -> Reply:
    about = group.group
    lines = list(public_lines(about, ctx.company))
    if ctx.chat.is_group and about == ctx.chat.group:
        return Reply("\n".join(lines))
    lines.append(standing_line(ctx.sender, about, ctx.company))
    if oversees(ctx.sender, about, ctx.company):
        errands = await ctx.store.errands.open_ones(about.id)
        review = await ctx.store.reviews.open_of(about.id)
        lines += overseer_lines(about, ctx.company, errands, review, ctx.now)
    return Reply("\n".join(lines), private=True)
