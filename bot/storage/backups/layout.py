"""Which tables and columns a backup holds, and what each column's values are, from the models of the ORM."""

import functools
import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tortoise import fields
from tortoise.fields.base import Field
from tortoise.models import Model

from bot.storage import models

SCHEMA: Final = "schema"  # in the head of a backup: the version of the tables that it was taken from
OF_THE_MOMENT: Final = frozenset(
    {"process", "lease", "pause", "access_token"}
)  # of who runs now: of no use to anybody later


class Kind(StrEnum):
    NUMBER = "number"
    TEXT = "text"
    FLAG = "flag"
    TIME = "time"
    DAY = "day"
    JSON = "json"
    DECIMAL = "decimal"
    BYTES = "bytes"


_KINDS: Final[Sequence[tuple[type[Field], Kind]]] = (  # type: ignore[type-arg]
    (fields.BooleanField, Kind.FLAG),
    (fields.DatetimeField, Kind.TIME),
    (fields.DateField, Kind.DAY),
    (fields.JSONField, Kind.JSON),
    (fields.DecimalField, Kind.DECIMAL),
    (fields.BinaryField, Kind.BYTES),
    (fields.IntField, Kind.NUMBER),
    (fields.BigIntField, Kind.NUMBER),
    (fields.CharField, Kind.TEXT),
    (fields.TextField, Kind.TEXT),
)


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    columns: Sequence[Column]


@functools.cache
def layout() -> Sequence[Table]:
    """In the order of their names; the key of each is its first column."""
    tables = [_table(model) for model in _models()]
    return sorted((each for each in tables if each.name not in OF_THE_MOMENT), key=lambda each: each.name)


def _models() -> Iterator[type[Model]]:
    for found in pkgutil.iter_modules(models.__path__, f"{models.__name__}."):
        for value in vars(importlib.import_module(found.name)).values():
            if isinstance(value, type) and issubclass(value, Model) and value.__module__ == found.name:
                yield value


def _table(model: type[Model]) -> Table:
    about = model._meta  # the ORM has no other door to what it knows of a model
    names = sorted(about.fields_db_projection, key=lambda name: (name != about.pk_attr, name))
    columns = [Column(about.fields_db_projection[name], _kind(about.fields_map[name])) for name in names]
    return Table(str(about.db_table), columns)


def _kind(field: Field) -> Kind:  # type: ignore[type-arg]
    return next(kind for made_of, kind in _KINDS if isinstance(field, made_of))
