"""What time does to ledgers: years begin and give their days, credits end, and people hear of it before."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from typing import Final

from bot.domain.dates import day_seen
from bot.domain.leave.amounts import NOTHING
from bot.domain.leave.ledgers.crediting import lapse
from bot.domain.leave.ledgers.unused import what_becomes_of_it
from bot.domain.leave.types.leave_type import Kept
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.leave.ledgers.balances import brought_up_to_date
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.records.leave_papers import Ending

AT_ONCE: Final = 25  # people in one transaction: others write too, and wait no longer than a quarter of a second


async def give(desk: Desk) -> bool:
    """What the year gives to those who have nothing of it yet: all on its first day, later who is new. Whether more
    wait."""
    year = desk.now.year
    known = await desk.store.leave_accounts.credited(year)
    people = [each.user_id for each in desk.company.people if each.active]
    waiting = list(islice((user for user in people if _gives(desk, user, year, known)), AT_ONCE + 1))
    for user in waiting[:AT_ONCE]:
        await brought_up_to_date(desk, user, year)
    return len(waiting) > AT_ONCE and known != await desk.store.leave_accounts.credited(year)


async def let_lapse(desk: Desk) -> bool:
    """What could be taken until yesterday and wasn't. Whether more wait."""
    today = desk.now.date()
    ended = await desk.store.leave_accounts.ending(date.min, today - timedelta(days=1))
    users = list(dict.fromkeys(each.user for each in ended))
    for user in users[:AT_ONCE]:
        await desk.store.leave_ledgers.hold(user)
        ledger = await desk.store.leave_ledgers.of(user)
        for type_ in dict.fromkeys(entry.type for entry in ledger.entries):
            kind = desk.company.leave.types.get(type_)
            rule = what_becomes_of_it(kind.kept if kind else Kept.NONE)
            await desk.store.leave_ledgers.write(user, lapse(ledger, type_, on=today, rule=rule), by=desk.act)
    return len(users) > AT_ONCE


async def remind(desk: Desk) -> None:
    """Once on each of the days that the company chose, of what ends with the year; and of other credits some days
    before they end."""
    today, calendar, limits = desk.now.date(), desk.company.pace.calendar, desk.company.leave.limits
    if not calendar.is_workday(today):
        return
    found: list[Ending] = []
    year_end = date(today.year, 12, 31)
    if limits.reminds(today, calendar):
        found += [each for each in await desk.store.leave_accounts.ending(year_end, year_end) if _is_yearly(desk, each)]
    since = today - timedelta(days=1)
    while not calendar.is_workday(since):
        since -= timedelta(days=1)
    ahead = timedelta(days=limits.remind_ahead)
    ending = await desk.store.leave_accounts.ending(since + ahead + timedelta(days=1), today + ahead)
    found += [each for each in ending if each.until != year_end or not _is_yearly(desk, each)]
    _tell(desk, found)


def _tell(desk: Desk, found: Sequence[Ending]) -> None:
    summed: dict[tuple[UserId, str, date], Decimal] = {}
    for each in found:
        key = each.user, each.type, each.until
        summed[key] = summed.get(key, NOTHING) + each.left
    for (user, type_, until), left in summed.items():
        kind = desk.company.leave.types.get(type_)
        if kind and desk.company.is_here(user):
            last = day_seen(until, desk.now.date())
            words = (
                f"你还有 {kind.counting.said(left)}{type_}没有休，最后一天是{last}。要休就发 /请假 {type_} 加上日期。"
            )
            desk.tell(ToPerson(user), Text(words))


def _is_yearly(desk: Desk, ending: Ending) -> bool:
    kind = desk.company.leave.types.get(ending.type)
    return kind is not None and kind.kept is Kept.SERVICE


def _gives(desk: Desk, user: UserId, year: int, known: Collection[tuple[UserId, str]]) -> bool:
    """Whether a type gives him something of that year that isn't on his ledger."""
    leave = desk.company.leave
    return any(
        each.year == year and each.grants
        for kind in leave.types.types.values()
        if kind.has_balance and (user, kind.name) not in known
        for each in leave.credits(kind, user, year) or ()
    )
