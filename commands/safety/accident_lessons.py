"""What has to be done before an accident is let go (四不放过): its cause found, people dealt with, measures done, staff
taught. Each is ticked with the words it rests on; then the case is closed.

Example:
    陈安> /四不放过 SG-20261122-001
    机器人> 没有编号是 SG-20261122-001 的事故。发 /事故进度 看有哪些。
"""

from bot.arguments.accident_lessons import Lesson
from bot.arguments.accident_numbers import AccidentNumber
from bot.domain.rights import ACCIDENT_KEEPERS
from bot.errors import Code, UserError
from bot.services.safety.accidents.asking import LESSON_QUESTIONS, LESSONS
from bot.services.safety.accidents.cases import kept, the_one
from bot.services.safety.accidents.lessons import SAID, lesson_card, tick
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    LESSONS,
    aliases=("lessons", "sbfg", "事故结案"),
    audience=ACCIDENT_KEEPERS,
    writes=True,
    private=True,
    summary="事故四不放过：逐项记下依据，四项齐了结案",
)
async def accident_lessons(ctx: Context, id: AccidentNumber | None = None, lesson: Lesson | None = None) -> Reply:
    case, ctx = await kept(ctx, await the_one(ctx, id.number if id else None))
    if lesson is None:
        return Reply(await lesson_card(ctx, case), private=True)
    if not lesson.words:
        raise UserError(Code.MISSING_ARG, LESSON_QUESTIONS[lesson.topic], missing=("text",))
    after = await tick(ctx, case, lesson.topic, lesson.words)
    return Reply(await lesson_card(ctx, after, first=f"「{SAID[lesson.topic]}」记下了。"), private=True)
