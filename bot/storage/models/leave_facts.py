"""What HR says of people, where leave depends on it."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class LeaveFactRecord(Record):
    """One fact as somebody said it; never changed, a later one of the same `what` and `key` takes its place."""

    id = fields.BigIntField(primary_key=True)
    user = fields.CharField(max_length=64)
    what = fields.CharField(max_length=8)
    key = fields.CharField(max_length=48)
    value = fields.CharField(max_length=32)
    proof = fields.CharField(max_length=128)
    written_by = fields.CharField(max_length=64)
    written_at = UtcDatetimeField()

    class Meta:
        table = "leave_fact"
        indexes = (Index(fields=("user", "id"), name="leave_fact_user"),)
