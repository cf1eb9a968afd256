"""Change when, where, for whom or by whom a training is; add a link or words to read. Of a draft the card comes back;
of one that people were told of, they are told what changed, and newly asked ones are invited.

Example:
    陈安> /培训 新建 灭火器使用 对象 张三 时间 11月27日14:00
    机器人> [卡片] 培训草稿：灭火器使用 PX-20261122-001 …
    陈安> /改培训 PX-20261122-001 地点 二楼会议室
    机器人> [卡片] 培训草稿：灭火器使用 PX-20261122-001 11月27日(周五) 14:00，二楼会议室，1 小时…
"""

from typing import Any, Final

from bot.arguments.training_audience import TrainingAudience
from bot.arguments.training_details import Reading
from bot.arguments.training_wishes import (
    Trainer,
    TrainingExam,
    TrainingLength,
    TrainingNumber,
    TrainingPlace,
    TrainingStart,
)
from bot.domain.safety.training.audience import ORGANISERS
from bot.errors import Code, UserError
from bot.services.safety.training import materials
from bot.services.safety.training.changing import change
from bot.services.safety.training.planning import get, manages
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

WHAT: Final = (
    "改什么？可以改 时间、地点、对象、讲师、时长、考试，也可以加 资料，例如：/改培训 PX-20261127-001 地点 食堂"
)


@command(
    "改培训", aliases=("change-training", "gpx", "修改培训"), audience=ORGANISERS, writes=True, summary="改培训安排"
)
async def change_training(
    ctx: Context,
    number: TrainingNumber,
    *,
    reading: Reading | None = None,
    length: TrainingLength | None = None,
    start: TrainingStart | None = None,
    trainer: Trainer | None = None,
    audience: TrainingAudience | None = None,
    place: TrainingPlace | None = None,
    exam: TrainingExam | None = None,
) -> Reply:
    changes: dict[str, Any] = {}
    changes |= {"minutes": length.minutes} if length else {}
    changes |= {"starts": start.at} if start else {}
    changes |= {"trainer": trainer.person.user_id} if trainer else {}
    changes |= {"place": place.place} if place else {}
    changes |= {"exam": exam.wanted_} if exam else {}
    if reading:
        return Reply(await _add(ctx, number.number, reading.text), private=True)
    if not changes and audience is None:
        raise UserError(Code.MISSING_ARG, WHAT)
    reply = await change(ctx, number.number, audience.specs if audience else None, **changes)
    return Reply(reply.content, private=True)


async def _add(ctx: Context, number: str, text: str) -> str:
    training = await get(ctx, number)
    if not manages(ctx, training):
        raise UserError(Code.NO_PERMISSION, "资料由组织的人和讲师来加。")
    await materials.add(ctx, training, text)
    return f"已加进 {number} 的资料。看全部发：/培训资料 {number}"
