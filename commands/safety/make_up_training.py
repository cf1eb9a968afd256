"""A training again for those who missed one or didn't pass: the same topic, materials and questions at another time. It
begins as a draft.

Example:
    陈安> /补训 PX-20261122-001 时间 11月30日14:00
    机器人> 没有编号是 PX-20261122-001 的培训。发 /培训记录 看有哪些。
"""

from bot.arguments.training_wishes import TrainingNumber, TrainingPlace, TrainingStart
from bot.domain.safety.training.audience import ORGANISERS
from bot.services.safety.training.making_up import make_up
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "补训", aliases=("make-up-training", "bx", "补培训"), audience=ORGANISERS, writes=True, summary="给没到的人补训"
)
async def make_up_training(
    ctx: Context, number: TrainingNumber, start: TrainingStart, *, place: TrainingPlace | None = None
) -> Reply:
    return Reply(await make_up(ctx, number.number, start.at, place.place if place else ""), private=True)
