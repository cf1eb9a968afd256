"""What a model's columns can be asked by (`at__lte`, `state__in` …), found when it is asked.

The ORM writes down two dozen ways for each column of each table, forty thousand in all, of which a few hundred are ever
used: a tenth of the memory of the whole program.
"""

from typing import Any

from tortoise.filters import FilterInfoDict, get_filters_for_field
from tortoise.models import MetaInfo

Executor = type[Any]  # of the kind of database: some have ways of their own


class Filters(dict[str, FilterInfoDict]):
    """Stands where the ORM looks for the ones that it wrote down. What isn't there is no column of the table, or no way
    to ask."""

    def __init__(self, meta: MetaInfo) -> None:
        super().__init__()
        self._meta = meta
        self._found: dict[tuple[Executor, str], FilterInfoDict] = {}

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._find(key) is not None

    def __missing__(self, key: str) -> FilterInfoDict:
        found = self._find(key)
        if found is None:
            raise KeyError(key)
        return found

    def _find(self, key: str) -> FilterInfoDict | None:
        executor = self._meta.db.executor_class
        if found := self._found.get((executor, key)):
            return found
        column = key.partition("__")[0]
        field = self._meta.pk if column == "pk" else self._meta.fields_map.get(column)
        if field is None:
            return None
        ways = get_filters_for_field(column, field, field.source_field or field.model_field_name)
        if key not in ways:
            return None
        made = ways[key]
        if own := executor.get_overridden_filter_func(filter_func=made["operator"], filter_info=made):
            made = {**made, "operator": own}
        self._found[executor, key] = made
        return made
