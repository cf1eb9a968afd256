"""Call off a training that hasn't begun; everybody who was asked is told why.

Example:
    陈安> /培训 新建 灭火器使用 对象 张三 时间 11月27日14:00 地点 食堂
    机器人> [卡片] 培训草稿：灭火器使用 PX-20261122-001 …
    陈安> /取消培训 PX-20261122-001 讲师出差
    机器人> [卡片] 确定要取消培训 PX-20261122-001 讲师出差吗？ 10:30 前有效 [确认] [算了]
    陈安> 按 [确认]
    机器人> [卡片] 已确认：取消培训 PX-20261122-001 讲师出差 PX-20261122-001 已取消。
"""

from bot.arguments.reason import Reason
from bot.arguments.training_wishes import TrainingNumber
from bot.domain.safety.training.audience import ORGANISERS
from bot.services.safety.training.changing import cancel
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "取消培训",
    aliases=("cancel-training", "qxpx"),
    audience=ORGANISERS,
    destructive=True,
    summary="取消一次培训",
)
async def cancel_training(ctx: Context, number: TrainingNumber, *, reason: Reason) -> Reply:
    return Reply(await cancel(ctx, number.number, reason.text), private=True)
