"""A button of the card of the four: its words are asked for, or the case is closed."""

from bot.domain.safety.accidents.statements import FOUR, Topic
from bot.errors import unknown_button
from bot.services.safety.accidents.asking import LESSON_QUESTIONS, LESSONS, ask
from bot.services.safety.accidents.cases import ensure_open, kept
from bot.services.safety.accidents.lessons import CLOSE, close, lesson_card
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    case, ctx = await kept(ctx, number)
    if press.key == CLOSE:
        after = await close(ctx, case)
        return Reply(await lesson_card(ctx, after, first="四项都落实了。"))
    ensure_open(case)
    if press.key not in Topic.__members__ or Topic[press.key] not in FOUR:
        raise unknown_button()
    topic = Topic[press.key]
    said = await ask(ctx, f"/{LESSONS} {number} {topic}", LESSON_QUESTIONS[topic])
    return Reply(await lesson_card(ctx, case, first=said))
