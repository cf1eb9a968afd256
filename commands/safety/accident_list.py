"""How accidents stand that are being dealt with: what is due to be reported, what is missing, what comes next.

Whoever is in charge of safety and who heads the unit see all of them, the head of a department those of his own.

Example:
    陈安> /事故进度
    机器人> 现在没有在处理的事故。
    张三> /事故进度
    机器人> 「事故进度」由集团高管、人力资源、部门负责人、安全管理员、总裁办使用。发 /帮助 看看你能用什么。
"""

from bot.arguments.accident_numbers import AccidentNumber
from bot.domain.rights import ACCIDENT_KEEPERS
from bot.services.safety.accidents.cases import open_ones, seen
from bot.services.safety.accidents.clock import card_for
from bot.services.safety.accidents.wording import line
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST = 15


@command(
    "事故进度",
    aliases=("accidents", "sgjd", "事故列表", "事故状态"),
    audience=ACCIDENT_KEEPERS,
    private=True,
    summary="看正在处理的事故到了哪一步",
)
async def accident_list(ctx: Context, id: AccidentNumber | None = None) -> Reply:
    if id:
        return Reply(await card_for(ctx, await seen(ctx, id.number)), private=True)
    cases = await open_ones(ctx)
    if not cases:
        return Reply("现在没有在处理的事故。", private=True)
    lines = [line(each, ctx.company.safety.accidents, ctx.now) for each in cases[:MOST]]
    more = [f"还有 {len(cases) - MOST} 起更早的，写上编号看。"] if len(cases) > MOST else []
    said = [f"正在处理 {len(cases)} 起事故：", *lines, *more, "看一起：/事故进度 加编号。"]
    return Reply("\n".join(said), private=True)
