"""What there is to read of a training: words and links at once, files in private. For whoever was asked to it.

Example:
    张三> /培训资料 PX-20261122-001
    机器人> 没有编号是 PX-20261122-001 的培训。发 /培训记录 看有哪些。
"""

from bot.arguments.training_wishes import TrainingNumber
from bot.services.safety.training.materials import send
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command("培训资料", aliases=("training-material", "pxzl", "培训课件"), summary="看培训的资料")
async def training_material(ctx: Context, number: TrainingNumber) -> Reply:
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    return Reply(await send(ctx, number.number), private=True)
