"""Items of the editorial board."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class BoardItemRecord(Record):
    """`item`: the value as JSON; the other columns are what it is looked for by, out of it."""

    number = fields.CharField(max_length=24, primary_key=True)
    stage = fields.CharField(max_length=8)
    published_at = UtcDatetimeField(null=True)
    revision = fields.IntField()
    item = fields.TextField()

    class Meta:
        table = "board_item"
        indexes = (
            Index(fields=("stage",), name="board_item_stage"),
            Index(fields=("published_at",), name="board_item_published"),
        )
