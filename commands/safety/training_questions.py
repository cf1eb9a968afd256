"""The questions of a short test: drawn from the library by a word and a number, or written one by one. They stand fast
once people have been told of the training.

Example:
    陈安> /培训 新建 灭火器使用 对象 生产部 时间 11月27日14:00 地点 二楼会议室
    机器人> [卡片] 培训草稿：灭火器使用 PX-20261122-001 …
    陈安> /培训题 PX-20261122-001 灭火器先做什么？A. 拔保险销 B. 直接喷 答案A
    机器人> [卡片] 培训草稿：灭火器使用 PX-20261122-001 11月27日(周五) 14:00，二楼会议室，1 小时
    对象：生产部，8 人；讲师：陈安；考试 1 题。
    考试至少 3 题，现在 1 题。…
"""

from bot.arguments.training_details import Asked
from bot.arguments.training_wishes import TrainingNumber
from bot.domain.safety.training.audience import ORGANISERS
from bot.services.safety.training.bank import LibraryBank
from bot.services.safety.training.questions import add, clear, draw
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "培训题", aliases=("training-questions", "pxt", "考试题"), audience=ORGANISERS, writes=True, summary="给培训出题"
)
async def training_questions(ctx: Context, number: TrainingNumber, *, questions: Asked) -> Reply:
    if questions.question:
        return Reply(await add(ctx, number.number, questions.question), private=True)
    if not questions.count:
        return Reply(await clear(ctx, number.number), private=True)
    bank = LibraryBank(ctx.company.safety_year.library)
    card = await draw(ctx, number.number, bank, questions.words, questions.count)
    return Reply(card, private=True)
