"""What departments were called, of people who changed theirs and of departments that were renamed.

A nickname may go on saying it for some days (D7§7 leaves that open).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from bot.domain.nicknames.rules import Moved
from bot.domain.people import Department, Person
from bot.identifiers import UserId
from bot.storage.models.people import DepartmentMoveRecord

KEPT = timedelta(days=90)  # longer than any grace


async def recent() -> tuple[Moved, ...]:
    rows = await DepartmentMoveRecord.all().order_by("id")
    return tuple(
        [Moved(row.former, row.at, UserId(row.user_id) if row.user_id else None, row.department) for row in rows]
    )


async def note(moved: Iterable[Moved], now: datetime) -> None:
    await DepartmentMoveRecord.filter(at__lt=now - KEPT).delete()
    rows = [
        DepartmentMoveRecord(user_id=each.user, department=each.department, former=each.former, at=each.at)
        for each in moved
    ]
    await DepartmentMoveRecord.bulk_create(rows, batch_size=500)


def between(
    before: Sequence[Department],
    after: Sequence[Department],
    people: Iterable[tuple[Person, Person]],
    at: datetime,
) -> Iterator[Moved]:
    """`people`: as they were and as they are."""
    old, new = _names(before), _names(after)
    for number, name in old.items():
        if new.get(number, name) != name:
            yield Moved(name, at, department=number)
    for was, now in people:
        former = old.get(was.main_department)
        if former and was.main_department != now.main_department and former != new.get(now.main_department):
            yield Moved(former, at, user=was.user_id)


def _names(departments: Sequence[Department]) -> Mapping[int, str]:
    return {each.id: each.name for each in departments if each.parent is not None}
