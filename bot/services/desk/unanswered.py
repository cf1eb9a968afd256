"""A question in a group that the bot doesn't understand: who looks after the group is told after a while
(D11§二.3, S269).

The bot hears only what is said to it. That somebody has answered it in the group it can't see: he presses that he has.
"""

from typing import Final

import structlog

from bot.domain.approvals.pace import working_moment
from bot.domain.desk.enquiry import Enquiry, Kind, State
from bot.domain.desk.topics import topic_in
from bot.domain.groups.keeping import keepers_here
from bot.errors import Overtaken
from bot.services.desk.clock import JOB
from bot.services.moderation.content.watching import tells_of_danger
from bot.services.timers import set_timers
from bot.shapes.context import Context
from bot.understanding.normalise import normalise
from bot.understanding.questions import is_question

log = structlog.get_logger()

NUDGE: Final = "nudge"
SHORTEST, LONGEST = 6, 200  # characters of what may be a question to somebody
MOST_OPEN: Final = 3  # of one asker


async def note_unanswered(ctx: Context, text: str) -> None:
    """Of a line that nobody understood. What fails here fails by itself."""
    if ctx.company.desk.nudge and ctx.chat.group and _asks_somebody(normalise(text, ctx.company.bot_name)):
        try:
            await ctx.store.attempt(lambda: _note(ctx, text))
        except Overtaken:
            raise
        except Exception as error:
            log.warning("unanswered.failed", why=type(error).__name__)


def _asks_somebody(line: str) -> bool:
    if not SHORTEST <= len(line) <= LONGEST or line.startswith("/"):
        return False
    return is_question(line) and not tells_of_danger(line)


async def _note(ctx: Context, text: str) -> None:
    group, me = ctx.chat.group, ctx.sender.user_id
    if group is None or me in group.keepers or not keepers_here(group, ctx.company) or not ctx.company.is_here(me):
        return
    mine = await ctx.store.enquiries.of(me, ctx.now, most=MOST_OPEN)
    if sum(each.kind is Kind.MENTION and each.state is State.OFFERED for each in mine) >= MOST_OPEN:
        return
    number = await ctx.store.numbers.next(Kind.MENTION.prefix, ctx.now.date())
    department = ctx.company.department_of(ctx.sender)
    topic = topic_in(text, ctx.company.desk.topics).name
    named = department.name if department else ""
    enquiry = Enquiry(number, Kind.MENTION, me, named, topic, ctx.now, State.OFFERED, group.id)
    await ctx.store.enquiries.add(enquiry, normalise(text, ctx.company.bot_name), by=ctx.act)
    pace = ctx.company.pace
    due = working_moment(ctx.now, ctx.company.desk.nudge, pace.calendar, pace.shift)
    await set_timers(ctx, JOB, number, {NUDGE: due})
