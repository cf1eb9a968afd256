"""Whoever comes into the scope of a policy later is asked to confirm what is in force, a few versions a day, and is
reminded like everybody else (S330, S348)."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.calendar.quiet import after_quiet
from bot.domain.notices.posting import Posting, PostingState
from bot.domain.policies.release import Published, in_force, to_come
from bot.domain.timers import Timer
from bot.identifiers import UserId
from bot.services.notices.faces import ON_A_CARD, asking
from bot.services.notices.publishing.posting import tell_each, tell_people
from bot.services.notices.receipts.chasing import BEFORE
from bot.services.notices.receipts.reminding import REMIND, moments
from bot.services.notices.writing.readers import readers_of
from bot.services.policies.standing import all_published
from bot.services.timers import set_timers
from bot.shapes.context import JobContext

JOB: Final = "policy-newcomers"
A_DAY: Final = 3  # versions that somebody is asked for: who has just begun has other things to read


async def look(ctx: JobContext) -> None:
    """Nobody is asked on a day of rest."""
    if after_quiet(ctx.now, ctx.company.pace.calendar) > ctx.now:
        return
    asked: Counter[UserId] = Counter()
    for found in await _current(ctx):
        postings = await ctx.store.postings.of(found.release.notice)
        if postings and postings[0].state is PostingState.DONE:
            await _welcome(ctx, found, postings[0], asked)


async def answer(ctx: JobContext, subject: str, timers: Sequence[Timer]) -> None:
    """Somebody was asked and hasn't confirmed."""
    number, _, user = subject.partition(":")
    posting = await ctx.store.postings.get(int(number))
    found = next((each for each in await _current(ctx) if posting and each.release.notice == posting.number), None)
    receipt = await ctx.store.receipts.get(posting.id, UserId(user)) if posting else None
    if posting is None or found is None or receipt is None or receipt.confirmed_at:
        return
    again = after_quiet(ctx.now, ctx.company.pace.calendar)
    if again > ctx.now:
        await set_timers(ctx, JOB, subject, {f"{timers[-1].kind}+": again})
    elif ctx.company.is_here(receipt.user):
        whole = len(found.notice.draft.text) <= ON_A_CARD
        card = asking(found.notice, ctx.company, whole=whole, before=BEFORE)
        await tell_people(ctx, posting, [receipt.user], [card])


async def _current(ctx: JobContext) -> Sequence[Published]:
    known, today = await all_published(ctx), ctx.now.date()
    return [*in_force(known, today).values(), *to_come(known, today).values()]


async def _welcome(ctx: JobContext, found: Published, posting: Posting, asked: Counter[UserId]) -> None:
    readers = await readers_of(ctx, found.notice.draft)
    known = {each.user for each in await ctx.store.receipts.all(posting.id)}
    new = [user for user in sorted(readers.heads - known) if asked[user] < A_DAY]
    asked.update(new)
    if not new:
        return
    await ctx.store.receipts.expect(posting.id, new, late=True)
    await tell_each(ctx, posting, found.notice, new)
    due = _reminders(ctx)
    for user in new:
        await set_timers(ctx, JOB, f"{posting.id}:{user}", due)


def _reminders(ctx: JobContext) -> dict[str, datetime]:
    return {f"{REMIND}{number}": at for number, at in enumerate(moments(ctx), 1)}
