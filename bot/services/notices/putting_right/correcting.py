"""A notice that is out is put right by another one, which passes whatever the first had to pass.

Who has the first gets it as a correction, whoever was left out as a notice; the first needs no confirmation any more.
"""

from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.calendar.quiet import after_quiet
from bot.domain.notices.checks.finding import ensure_none_stops
from bot.domain.notices.notice import PREFIX, Notice, NoticeState
from bot.domain.notices.reach import has_role
from bot.domain.rights import DISTURBERS
from bot.errors import Code, UserError
from bot.services.notices.faces import called
from bot.services.notices.looking_through.checking import look_at_readers, look_through
from bot.services.notices.looking_through.showing import released
from bot.services.notices.looking_through.trying import look_soon
from bot.services.notices.writing.drafting import doubts, release, show, steps
from bot.services.notices.writing.enclosing import along
from bot.services.notices.writing.readers import readers_of
from bot.shapes.context import Context
from bot.shapes.replies import Reply

AT_NIGHT: Final = "现在是休息时间，更正等上班再发。等不了的请安全管理员、总裁办或部门负责人来发「加急」的公告。"


async def correct(ctx: Context, old: Notice, text: str) -> Reply:
    """The correction on its way, or the card on which it is looked at first. Raises UserError."""
    ensure_correctable(old, text)
    author = ctx.sender.user_id
    urgent = old.draft.urgent and has_role(author, DISTURBERS, ctx.company)
    at = None if urgent else _after_the_night(ctx)
    draft = await along(ctx, replace(old.draft, text=text, variants=(), at=at, recurrence="", urgent=urgent))
    found = await readers_of(ctx, draft)
    looked = look_through(draft, author, ctx.company, ctx.now)
    ensure_none_stops([*looked, *look_at_readers(draft, found, author, ctx.company)])
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    notice = Notice(number, author, draft, ctx.now, corrects=old.number)
    await ctx.store.notices.add(notice, by=ctx.act)
    await look_soon(ctx, draft)
    if draft.enclosure or doubts(ctx, notice, found) or steps(ctx, notice, found):
        return Reply(await show(ctx, notice, found))
    return Reply(await released(ctx, await release(ctx, notice), found, why=AT_NIGHT if at else ""))


def _after_the_night(ctx: Context) -> datetime | None:
    """On a day of rest it goes at once, as what it puts right did; nobody is woken for it."""
    calendar = ctx.company.pace.calendar
    return after_quiet(ctx.now, calendar) if ctx.now.time() in calendar.quiet else None


def ensure_correctable(old: Notice, text: str) -> None:
    """Raises UserError."""
    if old.state is NoticeState.CORRECTED:
        raise UserError(Code.BAD_STATE, f"{called(old)}已经更正过了。要再改，请更正后来发的那一条。")
    if old.state is NoticeState.CANCELLED:
        raise UserError(Code.BAD_STATE, f"{called(old)}已经取消了，不用更正。要重新发，请发 /公告。")
    if old.posted_at is None:
        raise UserError(Code.BAD_STATE, f"{called(old)}还没有发出去，直接改就行：/改公告 {old.number} 新内容。")
    if old.draft.of_policy:
        sentence = f"{called(old)}是一份制度的版本，签收的就是它，不能改字。要改请用 /发布制度 发新版本。"
        raise UserError(Code.BAD_STATE, sentence)
    if text == old.draft.whole:
        raise UserError(Code.DUPLICATE, f"内容和 {called(old)}一样，没有要更正的。写上改好的内容再发一次。")
