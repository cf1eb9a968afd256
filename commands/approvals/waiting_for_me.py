"""List what waits for my decision, the oldest first.

Example:
    赵国强> /待办
    机器人> 没有等你审批的申请。
"""

from bot.services.approvals.wording import wish_of
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST = 20  # lines, so that the answer can be read


@command("待办", aliases=("todo",), says=("(有什么|有哪些|看看)[等]我审批[的]", "我的待办"), summary="看等我审批的申请")
async def list_waiting(ctx: Context) -> Reply:
    waiting = await ctx.store.requests.waiting_for(ctx.sender.user_id)
    if not waiting:
        return Reply("没有等你审批的申请。", private=True)
    lines = [f"有 {len(waiting)} 条申请等你审批："]
    lines += [f"{each.number} {wish_of(each, ctx.company)}" for each in waiting[:MOST]]
    lines += [f"还有 {len(waiting) - MOST} 条，先办上面的。"] if len(waiting) > MOST else []
    lines.append("同意请回「/同意申请 编号」，驳回请回「/驳回 编号 理由」。")
    return Reply("\n".join(lines), private=True)
