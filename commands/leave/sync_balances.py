"""Write leave balances to WeCom once more, of one person or of all; HR alone, where the company keeps them there too.

Example:
    李娜> /同步余额
    机器人> 这里没有打开和企业微信的假期余额同步。要用，请管理员在配置里打开 [leave_sync] 的 balances。
"""

from bot.arguments.people import PersonNamed
from bot.domain.rights import LEAVE_OFFICE
from bot.errors import Code, UserError
from bot.services.office.writing import JOB
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

OFF = "这里没有打开和企业微信的假期余额同步。要用，请管理员在配置里打开 [leave_sync] 的 balances。"


@command(
    "同步余额",
    aliases=("sync-balances", "tbye", "同步假期余额"),
    summary="把假期余额再写一次到企业微信",
    audience=LEAVE_OFFICE,
    writes=True,
    private=True,
    instead="要同步余额，请找人力资源。",
)
async def sync_balances(ctx: Context, target: PersonNamed | None = None) -> Reply:
    if not ctx.company.wecom_vacations:
        raise UserError(Code.UNSUPPORTED, OFF)
    number = await ctx.store.quotas.rewrite([target.person.user_id] if target else None, by=ctx.act)
    await ctx.store.jobs.hasten(JOB, ctx.now)
    whose = target.name if target else "全公司"
    if not number:
        return Reply(f"{whose}还没有要写到企业微信的余额。有变动时会自动写。", private=True)
    return Reply(f"接下来把{whose}的 {number} 个假期余额写到企业微信，写不进的明早告诉你。", private=True)
