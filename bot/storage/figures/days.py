"""A day is looked through at night, by numbers of rows that a search finds: neither table has an index on its times,
which every message would have to pay for."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Final

from bot.domain.figures.periods import Period
from bot.storage.engine.places import first_at
from bot.storage.engine.times import to_ms
from bot.storage.models.figures import ActiveRecord, LeftRecord
from bot.storage.models.operating import Trail
from bot.storage.models.pipeline import Inbox

AT_ONCE: Final = 500
_LEFT: Final = ":group.left"
_GROUP: Final = "group:"


async def note_active(begins: datetime, ends: datetime, periods: Sequence[str]) -> None:
    """Who wrote or pressed something; of an encrypted account whose it is, where that is known."""
    first, after = (
        await first_at(Inbox, "received_at", to_ms(begins)),
        await first_at(Inbox, "received_at", to_ms(ends)),
    )
    database = ActiveRecord._meta.db
    mark = "$" if database.capabilities.dialect == "postgres" else "?"
    sql = (
        f'INSERT INTO active_user (period, "user") SELECT DISTINCT CAST({mark}1 AS VARCHAR(8)),'  # noqa: S608 - places
        " coalesce(i.user_id, m.sender) FROM inbox m LEFT JOIN identity i ON i.bot_id = m.sender"
        f" WHERE m.id >= {mark}2 AND m.id < {mark}3 ON CONFLICT DO NOTHING"
    )
    for period in periods:
        await database.execute_query(sql, [period, first, after])


async def note_left(begins: datetime, ends: datetime) -> None:
    """A day is noted once: looked through again, it says what it said."""
    first, after = await first_at(Trail, "at", begins), await first_at(Trail, "at", ends)
    day = begins.date()
    rows = await Trail.filter(id__gte=first, id__lt=after, action__endswith=_LEFT).values_list("subject", "details")
    found = [
        LeftRecord(day=day, group_id=str(subject).removeprefix(_GROUP), user=user)
        for subject, details in rows
        for user in details.get("people", ())
    ]
    await LeftRecord.filter(day=day).delete()
    await LeftRecord.bulk_create(found, batch_size=AT_ONCE)


async def forget_active(before: date, held: Collection[str] = ()) -> int:
    """Weeks go with the month in which they begin, years at their end."""
    known = {str(each) for each in await ActiveRecord.all().distinct().values_list("period", flat=True)}
    over = [each for each in known if _last(each) < before]
    rows = ActiveRecord.filter(period__in=over or [""])
    return await (rows.exclude(user__in=sorted(held)) if held else rows).delete()


def _last(period: str) -> date:
    return Period.of(period).last
