"""Reviews of who is in a group."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class ReviewRecord(Record):
    """A review of who is in a group. `body` is the whole of it, but for `reminded` and `told_on`, which change for many
    at once; the rest is what it is looked up by."""

    number = fields.CharField(max_length=24, primary_key=True)
    group_id = fields.CharField(max_length=64)
    cause = fields.CharField(max_length=8)
    month = fields.CharField(max_length=7, default="")
    state = fields.CharField(max_length=8)
    version = fields.IntField()
    opened_at = UtcDatetimeField()
    closed_at = UtcDatetimeField(null=True)
    reminded = fields.BooleanField(default=False)
    told_on = fields.DateField(null=True)
    body = fields.TextField()

    class Meta:
        table = "review"
        indexes = (
            OpenRows(fields=("group_id",), name="review_open", condition="closed_at IS NULL"),
            Index(fields=("group_id", "opened_at"), name="review_group"),
            Index(fields=("opened_at",), name="review_opened"),
            Index(fields=("month",), name="review_month"),
        )
