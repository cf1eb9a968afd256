"""Work away over a leave of one's own: who asked for it has to say that he means it, before anything is filed."""

from bot.arguments.despite import despite
from bot.domain.calendar.span import TimeSpan
from bot.errors import Defect
from bot.services.approvals.approvals import Approvals
from bot.services.attendance.going_away import Wanted, file, leaves_in_the_way
from bot.services.talking.acting import scene_of
from bot.services.talking.confirming import Confirming
from bot.shapes.command import CommandBook
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.small_talk import SmallTalk
from bot.understanding.understand import understand


async def file_or_ask(
    ctx: Context, approvals: Approvals, book: CommandBook, confirming: Confirming, wanted: Wanted
) -> Reply:
    """Raises UserError; then nothing was written."""
    found = await leaves_in_the_way(ctx, wanted)
    if not found:
        return await file(ctx, approvals, wanted)
    known = despite(each.number for each in found)
    line = f"/{wanted.kind} {_written(wanted)} {known} {wanted.reason}".strip()
    understood = understand(line, scene_of(ctx), book, guessed=True)
    if isinstance(understood, SmallTalk):
        raise Defect("a line of ours isn't understood")
    also = "；".join(f"{each.number} {each.said(ctx.now.date())}（{each.state}）" for each in found)
    return await confirming.ask(ctx, understood, about=f"这段时间你还请了假：{also}")


def _written(wanted: Wanted) -> str:
    """As it can be read again without doubt."""
    when, place = wanted.when, f"去{wanted.place} " if wanted.place else ""
    if isinstance(when, TimeSpan):
        return f"{place}{when.start:%Y-%m-%d %H:%M}到{when.end:%Y-%m-%d %H:%M}"
    first, last = f"{when.start.isoformat()}{when.start_half or ''}", f"{when.end.isoformat()}{when.end_half or ''}"
    return f"{place}{first}" if when.start == when.end else f"{place}{first}到{last}"
