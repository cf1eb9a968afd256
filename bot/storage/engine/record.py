"""What the tables' models are made from: Tortoise's own, but it doesn't read their source for comments.

It would look through the file of each for `#:` lines, which takes a quarter of a second of a start.
"""

from typing import Any

from tortoise.models import Model, ModelMeta


class _Unread(ModelMeta):
    def __new__(cls, name: str, bases: tuple[type, ...], attrs: dict[str, Any]) -> type:
        return super().__new__(cls, name, bases, attrs | {"_no_comments": True})


class Record(Model, metaclass=_Unread):
    class Meta:
        abstract = True
