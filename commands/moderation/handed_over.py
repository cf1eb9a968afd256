"""What was handed over to human resources and the lawyers, for them alone: all that is open, or the papers of one.

Whoever looks is written down, and whom it is about can see that. Each proof has its digest, so that a copy can be told
from the original.

Example:
    李娜> /移交单
    机器人> 没有等你们处理的移交。
"""

from bot.arguments.matters import MatterNumber
from bot.domain.moderation.matters.gate import READERS
from bot.services.moderation.matters.recording import mine, waiting
from bot.services.moderation.matters.showing import shown_to
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST = 10


@command(
    "移交单",
    aliases=("matters", "移交材料"),
    summary="看转给人力资源和法务的事",
    audience=READERS,
    private=True,
)
async def handed_over(ctx: Context, id: MatterNumber | None = None) -> Reply:
    if id:
        return Reply(await shown_to(ctx, await mine(ctx, id.number)), private=True)
    found = await waiting(ctx)
    if not found:
        return Reply("没有等你们处理的移交。", private=True)
    more = f"还有 {len(found) - MOST} 件。" if len(found) > MOST else ""
    listed = "\n".join(f"· {each}" for each in found[:MOST])
    return Reply(f"等你们处理的移交 {len(found)} 件：\n{listed}\n{more}发 /移交单 编号 看材料。", private=True)
