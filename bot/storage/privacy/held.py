"""What the lawyers or the configuration hold is left out of what is deleted."""

from collections.abc import Collection
from typing import Any

from tortoise.queryset import QuerySet


def not_held(rows: QuerySet[Any], held: Collection[str], *columns: str) -> QuerySet[Any]:
    """Without those of which one of these columns names something held; a column that names nobody holds nothing."""
    for column in columns if held else ():
        rows = rows.filter(**{f"{column}__not_in": sorted(held)})  # or it is null, as Tortoise reads it
    return rows
