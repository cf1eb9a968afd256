"""Numbers that people quote (SG-20261122-001): one after the other for each prefix and day, without a gap.

A number is taken in the transaction that makes its record: if that is undone, the number was never given. On PostgreSQL
the row stays locked until that transaction ends, so the next taker waits and never skips one.
"""

from datetime import date

from tortoise.expressions import F

from bot.storage.models.operating import NumberRecord


class NumberTable:
    async def next(self, prefix: str, day: date) -> str:
        series = f"{prefix}-{day:%Y%m%d}"
        await NumberRecord.bulk_create([NumberRecord(series=series, given=0)], ignore_conflicts=True)
        await NumberRecord.filter(series=series).update(given=F("given") + 1)
        taken = await NumberRecord.get(series=series)
        return f"{series}-{taken.given:03d}"
