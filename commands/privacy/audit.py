"""Who did what by which right: by person, number, day or command. For the security officers alone.

Each look is an entry of the trail itself; who is looked for by name can see it under /我的数据. What was said, and who
reported somebody, isn't in the trail. The newest stand in the message, all of them in a spreadsheet beside it.

Example:
    吴管> /审计 张三
    机器人> 没有找到相关的操作记录。这次查看已记下，张三 可以看到。
    张三> /审计 李四
    机器人> 「审计」由信息安全使用。谁看过你自己的资料，发 /我的数据。
"""

from bot.arguments.audit import AuditQuery
from bot.domain.rights import Role
from bot.services.privacy.auditing import audited
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "审计",
    aliases=("audit", "sj", "操作记录"),
    says=(
        "[帮我][查一下|查查|查下|查|看看]谁(动|改|看|查|删|导出)[过|了]…的(数据|资料|记录|信息|档案)",
        "[帮我](查一下|查查|查下|查|看看)…谁(动|改|看|查|删|导出)[过|了]…的(数据|资料|记录|信息|档案)",
    ),
    audience=frozenset({Role.SECURITY}),
    private=True,
    summary="查谁办过什么，每次查看都会记下",
    instead="谁看过你自己的资料，发 /我的数据。",
)
async def audit(ctx: Context, query: AuditQuery) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    return Reply(await audited(ctx, query.person, query.number, query.days, query.command), private=True)
