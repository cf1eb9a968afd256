"""What the tables' models are made from: Tortoise's own, but it doesn't read their source for comments.

It would look through the file of each for `#:` lines, which takes a quarter of a second of a start; and it
doesn't write down all that each column could be asked by.
"""

from typing import Any, cast

from tortoise.models import Model, ModelMeta

from bot.storage.engine.filters import Filters


class _Unread(ModelMeta):
    def __new__(cls, name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> type:
        model = super().__new__(cls, name, bases, attrs | {"_no_comments": True})
        meta = cast("type[Model]", model)._meta
        meta._filters, meta.filters = {}, Filters(meta)
        return model


class Record(Model, metaclass=_Unread):
    class Meta:
        abstract = True
