"""Plan a training: say what, for whom, when and where, in any order. A draft comes back on a card that names what is
still open; nobody is told before its button is pressed. Whoever is asked to come gets a card, is reminded, and signs in
on the spot with a code that the trainer shows.

Safety and human resources plan for everybody, whoever leads a department for its own people.

Example:
    陈安> /培训 新建 消防器材使用 对象 生产部 时间 11月27日14:00 地点 二楼会议室
    机器人> [卡片] 培训草稿：消防器材使用 PX-20261122-001 11月27日(周五) 14:00，二楼会议室，1 小时
    对象：生产部，8 人；讲师：陈安；不考试。…
"""

from bot.arguments.own_training import OWN_TRAINING
from bot.arguments.training_audience import TrainingAudience
from bot.arguments.training_wishes import (
    Trainer,
    TrainingExam,
    TrainingLength,
    TrainingPlace,
    TrainingStart,
    TrainingTopic,
)
from bot.domain.safety.training.audience import ORGANISERS
from bot.services.safety.training.planning import Wanted, draft
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "培训",
    aliases=("training", "px", "安排培训", "组织培训", "新建培训"),
    audience=ORGANISERS,
    writes=True,
    whole=True,
    says=(
        "…(组织|安排|开展|举办|搞|办|开|做)[个|一次|一场|一下]…培训",
        "(组织|安排|开展|举办|搞|办|开|做)[个|一次|一场|一下]…培训[…]",
        "…(组织|安排|开展|举办|搞|办|开|做)(个|一次|一场|一下)…培训课",
        "…(组织|安排|开展|举办|搞|办|开|做)(个|一次|一场|一下)(入厂|进厂|岗前|上岗前|三级|新员工|安全|消防|用电|急救|复工)[安全](教育|培训|教育课)…",
        "…培训…[都|全员|全体|大家](要|得|需要|必须|务必|都|全员|全体|全部)[来|去](参加|到场|参训)",
        "…培训…(都|全员|全体|大家)[要|得|需要|必须|务必][来|去](参加|到场|参训)[，](要|需|需要|有)(考试|测验|考核)",
    ),
    summary="安排一次培训",
    other_sense=OWN_TRAINING,
    instead="看自己的培训发 /我的培训。",
)
async def plan_training(
    ctx: Context,
    *,
    length: TrainingLength | None = None,
    start: TrainingStart,
    trainer: Trainer | None = None,
    audience: TrainingAudience,
    place: TrainingPlace | None = None,
    exam: TrainingExam | None = None,
    topic: TrainingTopic,
) -> Reply:
    wanted = Wanted(
        topic.topic,
        audience.specs,
        start.at,
        place.place if place else "",
        length.minutes if length else None,
        exam.wanted_ if exam else False,
        trainer.person.user_id if trainer else None,
    )
    return Reply(await draft(ctx, wanted), private=True)
