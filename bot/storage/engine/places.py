"""Where a moment lies in a table whose rows are numbered as they come, found by halves: without an index on its times,
for which every row would have to pay."""

from typing import Any

from tortoise.models import Model


async def first_at(table: type[Model], column: str, moment: Any) -> int:
    """The number of the first row at or after a moment; rows are numbered as they come."""
    newest = await table.all().order_by("-id").first().values_list("id", flat=True)
    low, high = 0, int(str(newest)) + 1 if newest else 0
    while low < high:
        middle = (low + high) // 2
        row = await table.filter(id__gt=middle).order_by("id").first().values_list("id", column)
        if row is None or row[1] >= moment:
            high = middle
        else:
            low = row[0]
    return low + 1
