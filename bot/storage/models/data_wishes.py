"""What people want of what is kept about them."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class DataWishRecord(Record):
    """wanted: Wanted; state: WishState. `text` and `answer` are sealed."""

    number = fields.CharField(max_length=24, primary_key=True)
    user = fields.CharField(max_length=64)
    wanted = fields.CharField(max_length=8)
    asked_at = UtcDatetimeField()
    due = UtcDatetimeField()
    state = fields.CharField(max_length=8)
    handled_by = fields.CharField(max_length=64, null=True)
    closed_at = UtcDatetimeField(null=True)
    version = fields.IntField()
    text = fields.TextField()
    answer = fields.TextField()

    class Meta:
        table = "data_wish"
        indexes = (
            Index(fields=("user",), name="data_wish_of"),
            Index(fields=("closed_at",), name="data_wish_closed"),
            OpenRows(fields=("number",), name="data_wish_open", condition="closed_at IS NULL"),
        )
