"""A review of a group is opened, or what is new joins the one that is open; its keepers are asked by cards."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.company import Company
from bot.domain.groups.doubts import Doubt, DoubtKind
from bot.domain.groups.group import Group, GroupState
from bot.domain.groups.keeping import keepers_of
from bot.domain.groups.numbers import Series
from bot.domain.groups.reviews import PAGE, Review, ReviewCause, entries_of, joined
from bot.domain.standing import may_judge
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.reviews.asking import ask


async def open_review(desk: Desk, group: Group, doubts: Sequence[Doubt], cause: ReviewCause) -> Review | None:
    """Ask its keepers about the doubtful, and in a small group about everybody, in the transaction of the caller.

    One review of a group is open at a time: what is new joins it, and is asked on a card of its own. None where there
    is nothing to ask: the group is no more, nobody is known to be in it, or a changed list left no doubt.
    """
    held = await desk.store.groups.hold(group.id)
    if held is None or held.state is not GroupState.IN_USE:
        return None
    doubts = [doubt for doubt in doubts if not _is_there_by_appointment(doubt, held)]
    if standing := await desk.store.reviews.open_of(held.id):
        return await _join(desk, standing, held, doubts, cause)
    if not doubts and (cause is ReviewCause.ROSTER or not is_known(held)):
        return None
    review = await _opened(desk, held, doubts, cause)
    await ask(desk, review, held, keepers_of(held, desk.company), page=1)
    return review


def is_known(group: Group) -> bool:
    """Whether anybody is known to be in it, beside who looks after it."""
    return bool(group.members or group.guests)


async def _opened(desk: Desk, group: Group, doubts: Sequence[Doubt], cause: ReviewCause) -> Review:
    listed = () if cause is ReviewCause.ROSTER else _few(group, doubts, desk.company)
    entries = entries_of(doubts, listed)
    in_question = {entry.user for entry in entries}
    review = Review(
        number=await desk.store.numbers.next(Series.REVIEWED, desk.now.date()),
        group=group.id,
        cause=cause,
        opened_at=desk.now,
        due_at=desk.company.grooming.due_at(desk.now, desk.company.pace),
        entries=entries,
        others=len(group.insiders - in_question),
        month=_month(desk.now, cause),
        sent=(1,),
    )
    await desk.store.reviews.add(review, by=desk.act)
    return review


async def _join(
    desk: Desk, standing: Review, group: Group, doubts: Sequence[Doubt], cause: ReviewCause
) -> Review | None:
    """The monthly round takes over what was asked before it."""
    after = joined(standing, doubts)
    new = after.entries != standing.entries
    if cause is ReviewCause.MONTHLY:
        until = desk.company.grooming.due_at(desk.now, desk.company.pace)
        after = replace(after, cause=cause, month=_month(desk.now, cause), due_at=until, reminded=False, told_on=None)
    elif not new:
        return standing
    page = standing.pages + 1 if new else standing.next_page() or 1
    after = replace(after, sent=tuple(dict.fromkeys((*after.sent, page))))
    if not await desk.store.reviews.save(after, change="joined", by=desk.act):
        return standing
    await ask(desk, after, group, keepers_of(group, desk.company), page=page)
    return await desk.store.reviews.get(standing.number)


def _month(now: datetime, cause: ReviewCause) -> str:
    return f"{now:%Y-%m}" if cause is ReviewCause.MONTHLY else ""


def _few(group: Group, doubts: Sequence[Doubt], company: Company) -> Sequence[UserId]:
    """Whom nobody doubts, where all fit on one card: but those who look after it, and whom they don't judge."""
    others = group.members - group.keepers - {doubt.user for doubt in doubts}
    if len(others) + len(doubts) > PAGE:
        return ()
    keepers = [person for user in keepers_of(group, company) if (person := company.person(user))]
    return [
        person.user_id
        for user in sorted(others)
        if (person := company.person(user))
        and all(may_judge(keeper, person, by=None, grants=company.grants, group=group) for keeper in keepers)
    ]


def _is_there_by_appointment(doubt: Doubt, group: Group) -> bool:
    """Who looks after a group need not fit its composition: an office appointed him (D7§5)."""
    return doubt.kind is DoubtKind.MOVED and doubt.user in group.keepers
