"""Ask a colleague to take my duty of a day; it is his once he has said yes.

Example:
    陈安> /替班 明天 @吴管
    机器人> 11月23日(周一)没有你的值班。看值班发 /值班。
"""

from bot.arguments.duty import DutyDays
from bot.arguments.people import PersonNamed
from bot.errors import Code, UserError
from bot.services.upkeep.duty import hand_over
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "替班",
    aliases=("swap-duty", "换班"),
    says=("(请|让|找|叫)…替我值班", "…替我值[…]班"),
    summary="请同事替我值一天班",
    writes=True,
)
async def swap_duty(ctx: Context, days: DutyDays, target: PersonNamed) -> Reply:
    if days.first != days.last:
        raise UserError(Code.CLARIFY, "替班一天一天来：请写一个日期，例如 /替班 11月25日 @李四。")
    if target.person.user_id == ctx.sender.user_id:
        raise UserError(Code.SELF_TARGET, "替班要请一位同事，例如 /替班 11月25日 @李四。")
    return await hand_over(ctx, days.first, target.person.user_id)
