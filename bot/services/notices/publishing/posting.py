"""A notice is posted: to rooms at once, to people in private a step at a time, so that nobody else waits.

Each step is one transaction: who was told, by which calls, and up to whom. Whatever stops in between goes on behind the
last one who was told; nobody is left out, and nobody is told twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Final

import structlog

from bot.domain.notices.audience import Readers
from bot.domain.notices.notice import Notice, NoticeState
from bot.domain.notices.posting import Posting, PostingState
from bot.domain.notices.tailoring import by_wording, for_room
from bot.errors import Defect, Overtaken
from bot.identifiers import ANYBODY, UserId
from bot.services.apart import apart
from bot.services.approvals.kinds import Desk
from bot.services.many import tell_many
from bot.services.notices.editorial.digests import tell_room
from bot.services.notices.editorial.holding import people_now, rooms_now, tell_author
from bot.services.notices.faces import called, card_subject, in_group, in_private
from bot.services.notices.publishing import rationing
from bot.services.notices.publishing.rationing import fitting, next_day
from bot.services.notices.putting_right.superseding import Old, corrected, hold_back, supersede
from bot.services.notices.receipts.reminding import set_reminders
from bot.services.notices.writing.readers import readers_of
from bot.services.timers import AGAIN
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Card, Content, Text, ToGroup, ToPerson

JOB: Final = "notice-posting"
TOPIC: Final = "notice"

log = structlog.get_logger()


async def post(desk: Desk, notice: Notice, occurrence: datetime) -> Notice:
    """`notice` as it is saved, once it is on its way; posted for this moment already, nothing happens.

    Raises Defect where nobody has let it pass as it stands (D14篇1§7).
    """
    if not notice.is_approved:
        raise Defect(f"{notice.number} was to be posted without an approval")
    found = await readers_of(desk, notice.draft)
    rooms = [room.id for room in found.groups]
    wants = notice.draft.wants_confirmation
    posting = await desk.store.postings.open(
        notice.number, notice.version, occurrence, wants=wants, groups=rooms, by=desk.act
    )
    if posting is None:
        return notice
    await hold_back(desk, notice)
    old = await corrected(desk, notice)
    for room in await rooms_now(desk, notice, posting):
        if room.held:
            await tell_room(desk, room.id, room.held, posting, notice)
            continue
        for content in in_group(for_room(notice, room.id), desk.company, corrected=room.id in old.rooms):
            desk.tell(ToGroup(room.id, posting.about), content)
    if wants:
        await desk.store.receipts.expect(posting.id, found.members)
    return await _step(desk, notice, posting, found, old)


async def go_on(ctx: JobContext) -> None:
    """The next step of the oldest posting that isn't done; one that fails is tried again and holds up no other."""
    going, waits = await ctx.store.postings.going(), list[datetime]()
    for posting in going:
        try:
            if until := await _waits(ctx, posting):
                waits.append(until)
                continue
            await apart(ctx, partial(_go_on, posting=posting))
        except Exception:
            log.exception("notice.posting_failed", number=posting.number, posting=posting.id)
            continue
        await ctx.store.jobs.hasten(JOB, ctx.now)
        return
    if going:
        failed = len(going) > len(waits)
        await ctx.store.jobs.hasten(JOB, ctx.now + AGAIN if failed else min(waits))


async def _waits(ctx: JobContext, posting: Posting) -> datetime | None:
    """Until when, where the app has said all that it may say today."""
    notice = await ctx.store.notices.get(posting.number)
    if notice is None or notice.version != posting.version or await fitting(ctx, notice):
        return None
    return next_day(ctx, notice)


async def _go_on(ctx: JobContext, *, posting: Posting) -> None:
    """One that was changed meanwhile goes no further."""
    notice = await ctx.store.notices.get(posting.number)
    if notice is None or notice.version != posting.version:
        await ctx.store.postings.save(replace(posting, state=PostingState.STOPPED), by=ctx.act)
        if notice and ctx.company.is_here(notice.author):
            words = f"{called(notice)}发到一半改了：{posting.people} 人收到的是原来的，别人没有收到。改好后重新发布。"
            ctx.tell(ToPerson(notice.author), Text(words))
        return
    await _step(ctx, notice, posting, await readers_of(ctx, notice.draft), await corrected(ctx, notice))


async def _step(desk: Desk, notice: Notice, posting: Posting, found: Readers, old: Old) -> Notice:
    left = _in_private(desk, notice, found, after=posting.reached)
    fits, step = await fitting(desk, notice), desk.company.receipts.step
    now, later = left[: min(step, fits)], left[min(step, fits) :]
    again, fresh = [user for user in now if user in old.users], [user for user in now if user not in old.users]
    await tell_each(desk, posting, notice, again, corrected=True)
    await tell_each(desk, posting, notice, await people_now(desk, notice, posting, fresh))
    if posting.wants_confirmation:
        await desk.store.receipts.expect(posting.id, now)
    state = PostingState.GOING if later else PostingState.DONE
    reached = now[-1] if now else posting.reached
    after = replace(posting, state=state, reached=reached, people=posting.people + len(now))
    await desk.store.postings.save(after, by=desk.act)
    if later:
        if fits <= step:
            rationing.tell_author(desk, notice, len(later))
        await desk.store.jobs.hasten(JOB, desk.now if fits > step else next_day(desk, notice))
        return await _save(desk, notice, NoticeState.POSTING)
    await set_reminders(desk, after)
    await tell_author(desk, notice, after)
    await supersede(desk, notice)
    return await _save(desk, notice, NoticeState.POSTED)


async def tell_each(
    desk: Desk, posting: Posting, notice: Notice, users: Sequence[UserId], *, corrected: bool = False
) -> None:
    """In private, each as it is meant for him."""
    for (said,), alike in by_wording([notice], users, desk.company):
        await tell_people(desk, posting, alike, in_private(said, desk.company, corrected=corrected))


async def tell_people(desk: Desk, posting: Posting, users: Sequence[UserId], contents: Iterable[Content]) -> None:
    """The same to each, in calls of a batch. Those of a card share it: each answers for himself."""
    if not users:
        return
    for content in contents:
        await desk.store.digests.spend(desk.now.date(), len(users))
        said = content
        if isinstance(content, Card):
            subject = card_subject(posting)
            said = replace(content, task_id=await desk.store.cards.issue(topic=TOPIC, subject=subject, holder=ANYBODY))
        tell_many(desk, users, said, posting.about)


def _in_private(desk: Desk, notice: Notice, found: Readers, *, after: str) -> list[UserId]:
    """In the order of the accounts, which stays the same whoever comes and goes meanwhile."""
    cards = notice.draft.wants_confirmation and desk.company.receipts.private_cards
    others = found.members.difference(found.people) if cards else ()
    return sorted(user for user in (*found.people, *others) if user > after)


async def _save(desk: Desk, notice: Notice, state: NoticeState) -> Notice:
    """One that comes again stays planned."""
    after = replace(notice, posted_at=desk.now, state=notice.state if notice.recurs else state)
    if not await desk.store.notices.save(after, was=notice, change="posted", by=desk.act):
        raise Overtaken(f"{notice.number} was changed while it was being posted")
    return replace(after, revision=notice.revision + 1)
