"""Praise a colleague for something that he did. His department's head, or who looks after the group, says yes first;
then it is said in the group it was typed in, kept, and weighs in where the policy says so (D13§五.1, S190).

Their own word needs nobody else's. Whether it brings money is for human resources to decide.

Example:
    李四@项目A工作群> /表彰 @张三 连续三个月零差错
    机器人→王强> [卡片] 李四 申请表彰 张三：连续三个月零差错 RQ-20261122-001 …
    机器人→郑群> [卡片] 李四 申请表彰 张三：连续三个月零差错 RQ-20261122-001 …
    机器人@项目A工作群> 已提交 RQ-20261122-001：表彰 张三：连续三个月零差错，等 王强 或 郑群 同意。…
    王强> 按 [同意]
    机器人→郑群> …
    机器人→张三> 你受到表彰（BZ-20261122-001）：连续三个月零差错。李四提名，王强同意。
    机器人→项目A工作群> 表彰 张三：连续三个月零差错。李四提名，王强同意。（BZ-20261122-001）
    机器人→李四> RQ-20261122-001 表彰 张三：连续三个月零差错：已同意（王强，10:00）。BZ-20261122-001 表彰 张三，…
    机器人> …
"""

from bot.arguments.praise import Praised, WhyPraised
from bot.domain.guards import ensure_not_self
from bot.services.approvals.approvals import Approvals
from bot.services.moderation.praising.proposing import propose
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.orders import asks_praise


def _rules(scene: Scene, target: Praised, reason: WhyPraised) -> None:
    if scene.sender:
        ensure_not_self(scene.sender, target.person)


@command(
    "表彰",
    aliases=("praise", "表扬", "嘉奖"),
    says=(
        "[我|我们][要|想|建议|申请|请|麻烦|帮我](表彰|表扬|嘉奖)[一下|下]…",
        "[我|我们][要|想|建议|申请|请|麻烦|帮我](给|对|把)…(表彰|表扬|嘉奖)[一下|下][吧]…",
        "[我][要|想]提名…",
    ),
    summary="表彰同事",
    writes=True,
    rules=_rules,
    hears=asks_praise,
)
async def praise(ctx: Context, approvals: Approvals, target: Praised, reason: WhyPraised) -> Reply:
    return Reply(await propose(ctx, approvals, target.person, reason.text))
