"""A notice from its author's words on: kept as a draft, looked through, shown to him, released or sent for review.

What is plain, and his to release, goes its way at once; what had to be guessed, what somebody should look at, and what
others must let pass is shown first.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.approvals.request import Step
from bot.domain.notices.audience import Readers
from bot.domain.notices.checks import finding
from bot.domain.notices.checks.finding import ensure_none_stops
from bot.domain.notices.checks.plainness import hard_to_read
from bot.domain.notices.notice import PREFIX, Approval, Draft, Notice, NoticeState
from bot.domain.notices.reach import reviews_of
from bot.errors import Code, UserError
from bot.services.approvals.kinds import Desk
from bot.services.notices.looking_through.checking import look_at_readers, look_through
from bot.services.notices.looking_through.showing import preview, released
from bot.services.notices.looking_through.trying import look_soon
from bot.services.notices.publishing.planning import keep, plan, wind
from bot.services.notices.publishing.rationing import hints as beyond_today
from bot.services.notices.wording import stands
from bot.services.notices.writing.enclosing import along, hints, send_along
from bot.services.notices.writing.readers import readers_of
from bot.shapes.context import Context
from bot.shapes.outgoing import Card
from bot.shapes.replies import Reply


async def announce(ctx: Context, draft: Draft, *, at_once: bool, guess: str = "") -> Reply:
    """`at_once`: its author has left nothing open. `guess`: what he left open, as his card says it.

    Raises UserError for what stands already or can't be posted.
    """
    author, since = ctx.sender.user_id, ctx.now - ctx.company.notices.repeat_within
    draft = await along(ctx, draft)
    if known := await ctx.store.notices.same(author, draft, since):
        sentence = f"{known.number} 就是这条，{stands(known, ctx.now)}不用再发一次。发 /我的公告 看全部。"
        raise UserError(Code.DUPLICATE, sentence)
    found = await readers_of(ctx, draft)
    ensure_none_stops(look_at_readers(draft, found, author, ctx.company))
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    notice = Notice(number, author, draft, ctx.now)
    await ctx.store.notices.add(notice, by=ctx.act)
    await look_soon(ctx, draft)
    is_plain = draft.enclosure is None and not doubts(ctx, notice, found) and not await beyond_today(ctx, notice, found)
    if at_once and is_plain and not steps(ctx, notice, found):
        after = await release(ctx, notice)
        return Reply(await released(ctx, after, found), private=True)
    return Reply(await show(ctx, notice, found, guess), private=True)


async def show(ctx: Desk, notice: Notice, found: Readers | None = None, guess: str = "") -> Card:
    """The card on which its author decides what becomes of it."""
    found = found or await readers_of(ctx, notice.draft)
    needs_review = bool(steps(ctx, notice, found))
    look = [*([_ended(guess)] if guess else []), *doubts(ctx, notice, found), *await hints(ctx, notice.draft, found)]
    look += await beyond_today(ctx, notice, found)
    look += hard_to_read(notice.draft.whole)
    send_along(ctx, notice, notice.author)
    return await preview(ctx, notice, found, look, needs_review=needs_review)


def _ended(guess: str) -> str:
    return guess if guess.endswith("？") else f"{guess}。"


async def release(desk: Desk, notice: Notice) -> Notice:
    """Its author lets it pass himself."""
    approval = Approval(notice.draft.digest, (notice.author,), desk.now)
    return await plan(desk, replace(notice, approval=approval), was=notice, change="released", may_wait=False)


async def drop(desk: Desk, notice: Notice) -> Notice:
    """It is never posted."""
    after = replace(notice, state=NoticeState.CANCELLED, next_at=None)
    return await wind(desk, await keep(desk, after, was=notice, change="cancelled"))


def steps(desk: Desk, notice: Notice, found: Readers) -> tuple[Step, ...]:
    """Who must let it pass before; empty: its author does himself."""
    return reviews_of(notice.author, notice.draft, desk.company, found.groups)


def doubts(desk: Desk, notice: Notice, found: Readers) -> Sequence[str]:
    """What its author should look at; that he reads himself what he writes is none."""
    looked = look_through(notice.draft, notice.author, desk.company, desk.now)
    return finding.hints([*looked, *look_at_readers(notice.draft, found, notice.author, desk.company)])
