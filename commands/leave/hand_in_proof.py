"""Hand in what proves a leave: send the photo or PDF in private, then say for which one, here or on the card.

Example:
    张三> /交材料
    机器人> 现在没有要交材料的假。病假超过 1 天、婚假、产假这样的假才要交。
"""

from bot.arguments.requests import RequestNumber
from bot.services.leave.private.proofs import hand_in, named, wants
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

NONE = "现在没有要交材料的假。病假超过 1 天、婚假、产假这样的假才要交。"
MOST = 5


@command(
    "交材料",
    aliases=("hand-in-proof", "jcl", "交病假条", "交证明"),
    private=True,
    says=(
        "[我][想|要](交|补交|上传|提交)[一下|我的](病假条|诊断证明|医院证明|请假材料|请假证明|病历)[…]",
        "(病假条|诊断证明|医院证明|请假材料|请假证明)(怎么交|怎么提交|交给谁|往哪交|在哪交|发给谁|怎么上传)",
    ),
    summary="把请假的证明交给人力资源",
)
async def hand_in_proof(ctx: Context, id: RequestNumber | None = None) -> Reply:
    if id:
        return Reply(await hand_in(ctx, id.number), private=True)
    leaves = await wants(ctx)
    if not leaves:
        return Reply(NONE, private=True)
    lines = [f"{each.number}：{each.said(ctx.now.date())}，{named(ctx, each)}。" for each in leaves[:MOST]]
    how = "把照片或 PDF 私聊发给我，我会问你交给哪一条。只有人力资源能看。"
    return Reply("\n".join(["这些假可以交材料：", *lines, how]), private=True)
