"""A notice to many keeps to what the app may say in a day: what doesn't fit is told on the next; its author knows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.dates import clock_time
from bot.domain.notices.audience import Readers
from bot.domain.notices.daily import goes_on_at, left_today
from bot.domain.notices.notice import Notice
from bot.services.approvals.kinds import Desk
from bot.services.notices.faces import called, in_private
from bot.shapes.outgoing import Text, ToPerson

FEW: Final = 1  # a message at least


async def fitting(desk: Desk, notice: Notice) -> int:
    """How many people can still be told of it today."""
    spent = await desk.store.digests.spent(desk.now.date())
    accounts = desk.company.receipts.accounts or len(desk.company.present)
    return left_today(accounts, spent, urgent=notice.draft.urgent) // _messages(desk, notice)


def next_day(desk: Desk, notice: Notice) -> datetime:
    return goes_on_at(desk.now, desk.company.pace.calendar, urgent=notice.draft.urgent)


async def hints(desk: Desk, notice: Notice, found: Readers) -> Sequence[str]:
    """Of what is about to go out to people in private."""
    draft = notice.draft
    cards = draft.wants_confirmation and desk.company.receipts.private_cards
    people = len(found.heads if cards else found.people)
    fits = await fitting(desk, notice) if people and not draft.at and not draft.recurrence else people
    if fits >= people:
        return ()
    later = clock_time(next_day(desk, notice), desk.now)
    return (f"应用今天还能发给 {fits} 人，另外 {people - fits} 人 {later} 接着发。等不了就改发到群里。",)


def tell_author(desk: Desk, notice: Notice, left: int) -> None:
    """So many wait for the next day."""
    if desk.company.is_here(notice.author):
        at = clock_time(next_day(desk, notice), desk.now)
        words = f"{called(notice)}：应用今天能发的条数用完了，还有 {left} 人 {at} 接着发。等不了就再发一条到群里。"
        desk.tell(ToPerson(notice.author), Text(words))


def _messages(desk: Desk, notice: Notice) -> int:
    """To one person."""
    return max(FEW, len(list(in_private(notice, desk.company))))
