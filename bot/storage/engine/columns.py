"""What the columns and indexes of the tables are made of, beyond what the ORM has."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model


class UtcDatetimeField(fields.DatetimeField[datetime]):
    """SQLite compares datetimes as text: every value, in filters too, becomes UTC; a naive one is a defect."""

    def to_db_value(self, value: Any, instance: type[Model] | Model) -> Any:
        if isinstance(value, datetime):
            if value.tzinfo is None:
                raise ValueError(f"{self.model_field_name}: a naive datetime")
            value = value.astimezone(UTC)
        return super().to_db_value(value, instance)

    def to_python_value(self, value: Any) -> datetime | None:
        """The ORM's own reader of SQLite's texts takes ten times as long."""
        if isinstance(value, str):
            value = datetime.fromisoformat(value)
        if isinstance(value, datetime) and value.tzinfo is UTC:
            return value
        return super().to_python_value(value)


class OpenRows(Index):
    """An index over the rows that still wait: a million finished ones cost nothing."""

    def __init__(self, *, fields: Sequence[str], name: str, condition: str) -> None:
        super().__init__(fields=tuple(fields), name=name)
        self.extra = f" WHERE {condition}"
