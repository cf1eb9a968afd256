"""A notice that is out is put right by another one, which passes whatever the first had to pass.

Who has the first gets it as a correction, whoever was left out as a notice; the first needs no confirmation any more.
"""

from dataclasses import replace

from bot.domain.notices.checks.finding import ensure_none_stops
from bot.domain.notices.notice import PREFIX, Notice, NoticeState
from bot.domain.notices.reach import has_role
from bot.domain.rights import DISTURBERS
from bot.errors import Code, UserError
from bot.services.notices.checking import look_at_readers, look_through
from bot.services.notices.drafting import doubts, release, show, steps
from bot.services.notices.faces import called
from bot.services.notices.readers import readers_of
from bot.services.notices.showing import released
from bot.shapes.context import Context
from bot.shapes.replies import Reply


async def correct(ctx: Context, old: Notice, text: str) -> Reply:
    """The correction on its way, or the card on which it is looked at first. Raises UserError."""
    ensure_correctable(old, text)
    author = ctx.sender.user_id
    urgent = old.draft.urgent and has_role(author, DISTURBERS, ctx.company)
    draft = replace(old.draft, text=text, at=None, recurrence="", urgent=urgent)
    found = await readers_of(ctx, draft)
    looked = look_through(draft, author, ctx.company, ctx.now)
    ensure_none_stops([*looked, *look_at_readers(draft, found, author, ctx.company)])
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    notice = Notice(number, author, draft, ctx.now, corrects=old.number)
    await ctx.store.notices.add(notice, by=ctx.act)
    if doubts(ctx, notice, found) or steps(ctx, notice, found):
        return Reply(await show(ctx, notice, found))
    return Reply(await released(ctx, await release(ctx, notice), found))


def ensure_correctable(old: Notice, text: str) -> None:
    """Raises UserError."""
    if old.state is NoticeState.CORRECTED:
        raise UserError(Code.BAD_STATE, f"{called(old)}已经更正过了。要再改，请更正后来发的那一条。")
    if old.state is NoticeState.CANCELLED:
        raise UserError(Code.BAD_STATE, f"{called(old)}已经取消了，不用更正。要重新发，请发 /公告。")
    if old.posted_at is None:
        raise UserError(Code.BAD_STATE, f"{called(old)}还没有发出去，直接改就行：/改公告 {old.number} 新内容。")
    if text == old.draft.text:
        raise UserError(Code.DUPLICATE, f"内容和 {called(old)}一样，没有要更正的。写上改好的内容再发一次。")
