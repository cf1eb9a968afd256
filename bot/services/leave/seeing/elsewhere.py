"""Who works away from the company, for whoever asks whether somebody is there: neither where he is nor what for."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.attendance.filings import Filed
from bot.domain.attendance.trips import Trip
from bot.domain.company import Company
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk

LISTED: Final = 10


async def trips_between(desk: Desk, users: Iterable[UserId], first: date, last: date) -> Sequence[Trip]:
    """Those that were agreed to; both days included."""
    begins, ends = (datetime.combine(each, time(), desk.now.tzinfo) for each in (first, last + timedelta(days=1)))
    found = await desk.store.trips.between(begins, ends, users)
    return [each for each in found if each.state is Filed.APPROVED]


def of_one(name: str, trips: Iterable[Trip], today: date) -> Iterator[str]:
    """`张三 11月24日(周二)至11月26日(周四)出差，不在公司。`"""
    for each in trips:
        yield f"{name} {each.when.said(today)}{each.kind}，不在公司。"


def of_several(trips: Sequence[Trip], company: Company) -> Iterator[str]:
    """`另有 2 人出差或外出：张三、李四。`"""
    users = list(dict.fromkeys(each.user for each in trips))
    if users:
        names = "、".join(company.name_of(each) for each in users[:LISTED])
        yield f"另有 {len(users)} 人出差或外出：{names}{'等' if len(users) > LISTED else ''}。"
