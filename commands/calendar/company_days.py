"""Give days off of the company's own, half days too, or have a day of rest worked in exchange; 取消 takes it back.

Statutory days stay days off whatever the company says. Leaves of those days are counted again.

Example:
    李娜> /公司放假 12月31日 跨年
    机器人> [卡片] 确定要公司放假 12月31日 跨年吗？ 12月31日(周四)放假（跨年）；10:30 前有效 [确认] [算了]
    李娜> 按 [确认]
    机器人> [卡片] 已确认：公司放假 12月31日 跨年 已安排：12月31日(周四)放假（跨年）。这几天的请假正在重新核算，有变化的我会私聊本人并告诉人力资源。
"""  # noqa: E501

from bot.arguments.own_days import OwnDays, ensure_each_lawful
from bot.domain.rights import CALENDAR_KEEPERS
from bot.services.leave.changes.recounting import begin
from bot.services.talking.acting import scene_of
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


def _rules(scene: Scene, days: OwnDays) -> None:
    ensure_each_lawful(days, scene)


@command(
    "公司放假",
    aliases=("company-days", "gsfj"),
    says=("公司(决定|安排|统一|打算)…(放假|休息|停工|上班|补班)[一天|半天|两天]",),
    telling=("公司上班", "公司补班"),
    summary="安排公司自己的放假和补班",
    audience=CALENDAR_KEEPERS,
    instead="请找人力资源。",
    destructive=True,
    rules=_rules,
)
async def company_days(ctx: Context, days: OwnDays) -> Reply:
    changed = ensure_each_lawful(days, scene_of(ctx))
    for each in changed:
        await ctx.store.calendar.say(each, by=ctx.act)
    said = "、".join(each.said(ctx.now.date()) for each in changed)
    await begin(ctx, changed[0].on, changed[-1].on, cause=ctx.act.cause[:64], why=f"公司安排{said}"[:100])
    return Reply(f"已安排：{said}。这几天的请假正在重新核算，有变化的我会私聊本人并告诉人力资源。")
