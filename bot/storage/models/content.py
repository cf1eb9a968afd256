"""What content checks found, and what humans said of it."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class ContentItemRecord(Record):
    """`rules`: what hit, with 、 between; `sealed`: the text, empty once somebody has decided; state: ItemState."""

    number = fields.CharField(max_length=24, primary_key=True)
    author = fields.CharField(max_length=128)
    group = fields.CharField(max_length=128, null=True)
    category = fields.CharField(max_length=8)
    rules = fields.CharField(max_length=255)
    source = fields.CharField(max_length=16)
    digest = fields.CharField(max_length=64)
    at = UtcDatetimeField()
    state = fields.CharField(max_length=16)
    by = fields.CharField(max_length=128, null=True)
    answered_at = UtcDatetimeField(null=True)
    sealed = fields.TextField(default="")

    class Meta:
        table = "content_item"
        indexes = (
            Index(fields=("author", "at"), name="content_item_author"),
            Index(fields=("digest",), name="content_item_digest"),
            Index(fields=("at",), name="content_item_at"),
        )


class ArchivePlaceRecord(Record):
    """Up to where the archive was looked at: one row."""

    id = fields.IntField(primary_key=True, generated=False)
    place = fields.CharField(max_length=300)

    class Meta:
        table = "archive_place"
