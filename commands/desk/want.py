"""Want what somebody else has suggested; the board counts it.

Example:
    张三> /建议 食堂晚上加一个面食窗口
    机器人→小运营> [卡片] 建议 XJ-20261122-001：行政 …
    机器人> XJ-20261122-001 收到，小运营会看。有结果我告诉你。
    小运营> 按 [考虑]
    机器人→张三> 你的建议 XJ-20261122-001「食堂晚上加一个面食窗口」考虑中。
    机器人> [卡片] 建议 XJ-20261122-001：行政 张三：食堂晚上加一个面食窗口 [采纳] [不采纳]
    李四> /附议 XJ-20261122-001
    机器人> 记下了，XJ-20261122-001 现在有 1 人附议。
"""

from bot.arguments.ideas import IdeaNumber
from bot.domain.desk.idea import PUBLIC
from bot.errors import Code, UserError
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("附议", aliases=("wanttoo", "支持建议"), summary="附议看板上的建议", writes=True)
async def want(ctx: Context, id: IdeaNumber) -> Reply:
    idea = await ctx.store.ideas.get(id.number, ctx.now)
    if idea is None or idea.state not in PUBLIC:
        raise UserError(Code.NOT_FOUND, f"看板上没有 {id.number}。发 /建议看板 看看有哪些。")
    if idea.teller == ctx.sender.user_id:
        raise UserError(Code.SELF_TARGET, f"{id.number} 是你自己提的，已经算你一个。")
    return Reply(f"记下了，{id.number} 现在有 {await ctx.store.ideas.want(id.number, ctx.sender.user_id)} 人附议。")
