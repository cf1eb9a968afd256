"""Enter who is on duty for a post on some days; whoever was entered for them isn't any more.

What can't wait goes first to whoever is on duty: accidents (安全), accounts and leaks (信息安全), questions (服务台).

Example:
    陈安> /排值班 安全 11月23日-11月29日 我
    机器人> 已排好：11月23日(周一)至11月29日(周日)安全值班 陈安。
    张三> /排值班 安全 明天 @陈安
    机器人> 「排值班」由人力资源、安全管理员、企业微信管理员、总裁办、信息安全、用户支持使用。发 /帮助 看看你能用什么。
"""

from bot.arguments.duty import DutyDays, PostNamed
from bot.arguments.people import PersonNamed
from bot.domain.rights import Role
from bot.services.upkeep.duty import enter
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "排值班",
    aliases=("roster-duty", "pzb", "安排值班"),
    audience=frozenset(
        {Role.WECOM_ADMIN, Role.HR, Role.PRESIDENT_OFFICE, Role.SAFETY_ADMIN, Role.SECURITY, Role.SUPPORT}
    ),
    summary="排某个岗位哪天谁值班",
    writes=True,
)
async def roster_duty(ctx: Context, post: PostNamed, days: DutyDays, target: PersonNamed) -> Reply:
    return Reply(await enter(ctx, post.post, days.all, [target.person.user_id]), private=True)
