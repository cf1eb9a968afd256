"""Write leave balances to WeCom once more, of one person or of all, and file again the leaves that it refused; HR
alone, where the company keeps them there too.

Example:
    李娜> /同步余额
    机器人> 这里没有打开和企业微信的假期余额同步。要用，请管理员在配置里打开 [leave_sync] 的 balances。
"""

from collections.abc import Iterator

from bot.arguments.people import PersonNamed
from bot.domain.rights import LEAVE_OFFICE
from bot.errors import Code, UserError
from bot.services.office.wanting import JOB as FORMS
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
    if not (ctx.company.wecom_vacations or ctx.company.wecom_forms):
        raise UserError(Code.UNSUPPORTED, OFF)
    users = [target.person.user_id] if target else None
    number = await ctx.store.quotas.rewrite(users, by=ctx.act)
    forms = await ctx.store.filings.retry(users, by=ctx.act)
    for job in (JOB, FORMS):
        await ctx.store.jobs.hasten(job, ctx.now)
    whose = target.name if target else "全公司"
    if not number and not forms:
        return Reply(f"{whose}还没有要写到企业微信的余额。有变动时会自动写。", private=True)
    return Reply("".join(_said(whose, number, forms)), private=True)


def _said(whose: str, balances: int, forms: int) -> Iterator[str]:
    if balances:
        yield f"接下来把{whose}的 {balances} 个假期余额写到企业微信，写不进的明早告诉你。"
    if forms:
        yield f"接下来把{whose}没提交成的 {forms} 条假再提交到企业微信审批，还不行会马上告诉你。"
