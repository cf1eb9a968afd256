"""A notice is posted: to rooms at once, to people in private a step at a time, so that nobody else waits.

Each step is one transaction: who was told, by which calls, and up to whom. Whatever stops in between goes on behind the
last one who was told; nobody is left out, and nobody is told twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Final

import structlog

from bot.domain.notices.audience import Readers
from bot.domain.notices.notice import Notice, NoticeState
from bot.domain.notices.posting import Posting, PostingState
from bot.errors import Defect, Overtaken
from bot.identifiers import ANYBODY, UserId
from bot.services.approvals.kinds import Desk
from bot.services.notices.editorial.digests import tell_room
from bot.services.notices.editorial.holding import people_now, rooms_now, tell_author
from bot.services.notices.faces import card_subject, in_group, in_private
from bot.services.notices.reached import told
from bot.services.notices.readers import readers_of
from bot.services.notices.reminding import JOB as REMINDERS
from bot.services.notices.reminding import set_reminders
from bot.services.timers import AGAIN, apart, call_off
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Card, Content, ToGroup, ToPeople

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
    old = await _corrected(desk, notice)
    for room in await rooms_now(desk, notice, posting):
        if room.held:
            await tell_room(desk, room.id, room.held, posting, notice)
            continue
        for content in in_group(notice, desk.company, corrected=room.id in old.rooms):
            desk.tell(ToGroup(room.id, posting.about), content)
    if wants:
        await desk.store.receipts.expect(posting.id, found.members)
    return await _step(desk, notice, posting, found, old)


async def go_on(ctx: JobContext) -> None:
    """The next step of the oldest posting that isn't done; one that fails is tried again and holds up no other."""
    going = await ctx.store.postings.going()
    for posting in going:
        try:
            await apart(ctx, partial(_go_on, posting=posting))
        except Exception:
            log.exception("notice.posting_failed", number=posting.number, posting=posting.id)
            continue
        await ctx.store.jobs.hasten(JOB, ctx.now)
        return
    if going:
        await ctx.store.jobs.hasten(JOB, ctx.now + AGAIN)


async def _go_on(ctx: JobContext, *, posting: Posting) -> None:
    """One that was changed meanwhile goes no further."""
    notice = await ctx.store.notices.get(posting.number)
    if notice is None or notice.version != posting.version:
        await ctx.store.postings.save(replace(posting, state=PostingState.STOPPED), by=ctx.act)
        return
    await _step(ctx, notice, posting, await readers_of(ctx, notice.draft), await _corrected(ctx, notice))


@dataclass(frozen=True, slots=True)
class _Old:
    """Where a notice that is put right was said."""

    rooms: frozenset[str] = frozenset()
    users: frozenset[UserId] = frozenset()


async def _corrected(desk: Desk, notice: Notice) -> _Old:
    if not notice.corrects:
        return _Old()
    before = await desk.store.postings.of(notice.corrects)
    users = [await told(desk, each) for each in before]
    return _Old(frozenset(room for each in before for room in each.groups), frozenset[UserId]().union(*users))


async def _step(desk: Desk, notice: Notice, posting: Posting, found: Readers, old: _Old) -> Notice:
    left = [user for user in _in_private(desk, notice, found) if user > posting.reached]
    rules = desk.company.receipts
    now, later = left[: rules.step], left[rules.step :]
    again, fresh = [user for user in now if user in old.users], [user for user in now if user not in old.users]
    await tell_people(desk, posting, again, in_private(notice, desk.company, corrected=True))
    await tell_people(desk, posting, await people_now(desk, notice, posting, fresh), in_private(notice, desk.company))
    if posting.wants_confirmation:
        await desk.store.receipts.expect(posting.id, now)
    state = PostingState.GOING if later else PostingState.DONE
    reached = now[-1] if now else posting.reached
    after = replace(posting, state=state, reached=reached, people=posting.people + len(now))
    await desk.store.postings.save(after, by=desk.act)
    if later:
        await desk.store.jobs.hasten(JOB, desk.now)
        return await _save(desk, notice, NoticeState.POSTING)
    await set_reminders(desk, after)
    await tell_author(desk, notice, after)
    await _supersede(desk, notice)
    return await _save(desk, notice, NoticeState.POSTED)


async def tell_people(desk: Desk, posting: Posting, users: Sequence[UserId], contents: Iterable[Content]) -> None:
    """The same to each, in calls of a batch. Those of a card share it: each answers for himself."""
    if not users:
        return
    for content in contents:
        said = content
        if isinstance(content, Card):
            subject = card_subject(posting)
            said = replace(content, task_id=await desk.store.cards.issue(topic=TOPIC, subject=subject, holder=ANYBODY))
        for batch in _batches(users, desk.company.receipts.batch):
            desk.tell(ToPeople(batch, posting.about), said)


def _batches(users: Sequence[UserId], size: int) -> Iterator[tuple[UserId, ...]]:
    for start in range(0, len(users), size):
        yield tuple(users[start : start + size])


def _in_private(desk: Desk, notice: Notice, found: Readers) -> list[UserId]:
    """In the order of the accounts, which stays the same whoever comes and goes meanwhile."""
    cards = notice.draft.wants_confirmation and desk.company.receipts.private_cards
    return sorted(found.heads if cards else set(found.people))


async def _save(desk: Desk, notice: Notice, state: NoticeState) -> Notice:
    """One that comes again stays planned."""
    after = replace(notice, posted_at=desk.now, state=notice.state if notice.recurs else state)
    if not await desk.store.notices.save(after, was=notice, change="posted", by=desk.act):
        raise Overtaken(f"{notice.number} was changed while it was being posted")
    return replace(after, revision=notice.revision + 1)


async def _supersede(desk: Desk, notice: Notice) -> None:
    """What it puts right needs no confirmation any more."""
    old = await desk.store.notices.get(notice.corrects) if notice.corrects else None
    if old is None:
        return
    for posting in await desk.store.postings.of(old.number):
        await desk.store.digests.drop(posting.id)
        await desk.store.postings.save(replace(posting, state=PostingState.WITHDRAWN), by=desk.act)
        await call_off(desk, REMINDERS, str(posting.id))
    after = replace(old, state=NoticeState.CORRECTED)
    await desk.store.notices.save(after, was=old, change="corrected", by=desk.act)
