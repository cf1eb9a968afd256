"""Whoever hasn't confirmed is reminded; who came into the audience meanwhile gets the notice; the rest is left alone.

Nobody is reminded at night or on a day of rest: what rings then waits for the next working day.
"""

from collections.abc import Sequence
from typing import Final

from bot.domain.calendar.quiet import after_quiet
from bot.domain.notices.figures import figures
from bot.domain.notices.notice import Notice
from bot.domain.notices.posting import Posting, PostingState
from bot.domain.notices.tailoring import by_wording
from bot.domain.timers import Timer
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.notices.faces import ON_A_CARD, asking, called
from bot.services.notices.publishing.posting import tell_each, tell_people
from bot.services.notices.receipts.confirming import notice_of
from bot.services.notices.receipts.reminding import JOB, REMIND
from bot.services.notices.writing.readers import readers_of
from bot.services.timers import set_timers
from bot.shapes.context import Context, JobContext
from bot.shapes.outgoing import Text, ToPerson

BY_HAND: Final = "hand:"
BEFORE: Final = "还没看到你的确认，请看一下。"


async def answer(ctx: JobContext, subject: str, timers: Sequence[Timer]) -> None:
    posting = await ctx.store.postings.get(int(subject))
    notice = await notice_of(ctx.store, posting) if posting else None
    if posting is None or notice is None or posting.state is not PostingState.DONE or posting.complete_at:
        return
    again = after_quiet(ctx.now, ctx.company.pace.calendar)
    if again > ctx.now:
        await set_timers(ctx, JOB, subject, {f"{timers[-1].kind}+": again})
        return
    new = await _welcome(ctx, notice, posting)
    missing = [user for user in await missing_of(ctx, posting) if user not in new]
    for (said,), alike in by_wording([notice], missing, ctx.company):
        card = asking(said, ctx.company, whole=len(said.draft.text) <= ON_A_CARD, before=BEFORE)
        await tell_people(ctx, posting, alike, [card])
    if missing and _is_last(ctx, timers) and ctx.company.is_here(notice.author):
        words = f"{called(notice)}提醒过了，还有 {len(missing)} 人没确认。名单发 /谁没确认 {notice.number}。"
        ctx.tell(ToPerson(notice.author), Text(words))


async def remind_now(ctx: Context, notice: Notice, posting: Posting) -> int:
    """By hand; how many are reminded. Raises UserError where that is too soon, or nobody is left."""
    missing = await missing_of(ctx, posting)
    if not missing:
        raise UserError(Code.BAD_STATE, f"{called(notice)}都确认了，不用提醒。")
    if after_quiet(ctx.now, ctx.company.pace.calendar) > ctx.now:
        raise UserError(Code.QUIET_HOURS, "现在是休息时间，不打扰大家。上班后再发一次 /催确认。")
    rung = [each.rung for each in await ctx.store.timers.of(JOB, str(posting.id)) if each.rung]
    last, pause = max([posting.begun_at, *rung]), ctx.company.receipts.pause
    if ctx.now - last < pause:
        free = (last + pause).astimezone(ctx.now.tzinfo)
        hours = pause.total_seconds() / 3600
        raise UserError(Code.LIMIT, f"两次提醒至少隔 {hours:.0f} 小时，{free:%H:%M} 以后再发。")
    await set_timers(ctx, JOB, str(posting.id), {f"{BY_HAND}{ctx.now.isoformat()}": ctx.now})
    return len(missing)


async def missing_of(desk: Desk, posting: Posting) -> Sequence[UserId]:
    """Who is here and hasn't confirmed."""
    return figures(await desk.store.receipts.all(posting.id), posting.begun_at, desk.company).missing


async def _welcome(ctx: JobContext, notice: Notice, posting: Posting) -> Sequence[UserId]:
    """Those who belong to the audience only now."""
    if notice.draft.expires_at and notice.draft.expires_at <= ctx.now:
        return ()
    found = await readers_of(ctx, notice.draft)
    new = await ctx.store.receipts.expect(posting.id, found.heads, late=True)
    await tell_each(ctx, posting, notice, new)
    return new


def _is_last(ctx: JobContext, timers: Sequence[Timer]) -> bool:
    last = f"{REMIND}{len(ctx.company.receipts.remind_after)}"
    return any(each.kind.rstrip("+") == last for each in timers)
