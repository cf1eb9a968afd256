"""Sick leave as it is counted twice: protected time (医疗期) in calendar days, pay in working days.

For the human resources and the person himself; nobody else, and never more than how much of it there is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Final

from bot.domain.dates import full_day
from bot.domain.leave.amounts import NOTHING, plain
from bot.domain.leave.anniversaries import full_years
from bot.domain.leave.counting.sick import Term, Treatment, term, treatment
from bot.domain.leave.requests.request import LeaveRequest
from bot.domain.leave.requests.sick_days import SICK, TAKEN, taken
from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.outgoing import Text, ToPerson

EVER: Final = timedelta(days=3650)  # windows follow each other, so the first one decides where the last begins
LATELY: Final = timedelta(days=3)  # who wasn't ill lately has used no more than the last time it was looked
PROTECTED: Final = "医疗期内不能因病解除劳动合同（《劳动合同法》第四十二条）。"


@dataclass(frozen=True, slots=True)
class SickRecord:
    """`due`: what the law gives, by the shortest service where nobody knows it.

    `paid`: working days of all that was agreed to since it began, a leave that still runs to its end.
    """

    due: Term
    running: Treatment | None
    paid: Decimal
    service_known: bool


async def sick_record(desk: Desk, user: UserId) -> SickRecord:
    """Up to today, by what was agreed to."""
    service, today = desk.company.leave.facts(user).service, desk.now.date()
    due = term(service.years(today), full_years(service.joined, today)) if service else term(0, 0)
    schedule = desk.company.schedule(user)
    leaves = [each for each in await _sick_leaves(desk, user) if each.begins <= desk.now]
    running = treatment([span for each in leaves if (span := taken(each, schedule))], due, today)
    counted = [each.amount - each.unused for each in leaves if running and each.begins.date() >= running.since]
    return SickRecord(due, running, sum(counted, NOTHING), service is not None)


def said(record: SickRecord, whose: str) -> str:
    return "".join(_said(record, whose))


async def watch(desk: Desk) -> None:
    """The human resources hear of whoever has used most of it; once in a window."""
    here = [person.user_id for person in desk.company.people if person.active]
    lately = await desk.store.leaves.between(desk.now - LATELY, desk.now, here)
    for user in dict.fromkeys(each.user for each in lately if each.type == SICK and each.state in TAKEN):
        record = await sick_record(desk, user)
        if record.running and record.running.warns and await _is_new(desk, user, record.running):
            _tell_office(desk, user, record)


async def _is_new(desk: Desk, user: UserId, running: Treatment) -> bool:
    return await desk.store.sick_warnings.note(user, running.since, by=desk.act)


def _tell_office(desk: Desk, user: UserId, record: SickRecord) -> None:
    words = f"{said(record, f'{desk.company.name_of(user)} ')}{PROTECTED}这条只发给人力资源。"
    for holder in desk.company.serving(Role.HR):
        if holder != user:
            desk.tell(ToPerson(holder), Text(words))


async def _sick_leaves(desk: Desk, user: UserId) -> Sequence[LeaveRequest]:
    mine = await desk.store.leaves.of(user, desk.now, since=desk.now - EVER)
    return [each for each in mine if each.type == SICK and each.state in TAKEN]


def _said(record: SickRecord, whose: str) -> Iterator[str]:
    due, running = record.due, record.running
    if running is None:
        yield f"{whose}现在没有在算的医疗期；休病假时，{due.window} 个月内累计最长 {due.months} 个月（{due.days} 天）。"
    else:
        yield f"{whose}的医疗期从{full_day(running.since)}算到{full_day(running.until)}，"
        yield f"其间累计最长 {due.months} 个月（{due.days} 天，自然日）。"
        yield f"已用 {plain(running.used)} 天，占 {int(running.share * 100)}%，还剩 {plain(running.left)} 天。"
        yield f"其间批准的病假共 {plain(record.paid)} 个工作日，病假工资按这个算。"
    if not record.service_known:
        yield "工龄没有登记，按最短的期限算。"
