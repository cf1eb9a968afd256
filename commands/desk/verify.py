"""Ask whether something is true before passing it on. What the company announced is known at once, and so is what was
answered before; else it goes to whoever may say, who answers with his source. Nothing of it is said in a group.
D12§三.1, S142.

Example:
    张三> /求证 听说下个月要搬到新园区，是真的吗
    机器人→林宓> [卡片] 求证 HS-20261122-001：其他 张三（生产部）：听说下个月要搬到新园区，是真的吗 …
    机器人> [卡片] 已转给林宓 HS-20261122-001，类别：其他。有结论我私聊你，之前请先别转发。…
    林宓> 按 [不实]
    机器人> [卡片] 求证 HS-20261122-001 依据是什么、该怎么说？直接回我，我转给提问的人。不办了回「算了」。
    林宓> 租约到明年底，没有搬的安排
    机器人→张三> 你求证的（HS-20261122-001）：不实。林宓：租约到明年底，没有搬的安排
    机器人> HS-20261122-001 已答复：不实。要让大家知道，发 /公告 写清事实，不用重复传言。
    李四> /求证 下个月搬到新园区
    机器人> 之前有人求证过类似的，林宓11月22日(周日)答复：不实。
    租约到明年底，没有搬的安排
"""

from bot.arguments.enquiries import Heard
from bot.services.desk.verifying import verify
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.hearsay import asks_whether_true


@command(
    "求证",
    aliases=("factcheck", "辟谣"),
    says=("(帮我|帮忙|麻烦|请)(求证|核实)[一下]…",),
    summary="听到的消息是不是真的",
    writes=True,
    private=True,
    whole=True,
    recognises=asks_whether_true,
)
async def ask_whether(ctx: Context, text: Heard) -> Reply:
    return await verify(ctx, text.text, text.number)
