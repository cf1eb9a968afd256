"""What WeCom changed, and what was last seen of it."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class PlatformChangeRecord(Record):
    """See Change. decision: a Decision's name, empty until somebody has decided."""

    number = fields.CharField(max_length=24, primary_key=True)
    text = fields.TextField()
    found_at = UtcDatetimeField()
    by = fields.CharField(max_length=64, null=True)
    decision = fields.CharField(max_length=8, default="")
    decided_by = fields.CharField(max_length=64, null=True)
    decided_on = fields.DateField(null=True)
    note = fields.TextField(default="")

    class Meta:
        table = "platform_change"
        indexes = (Index(fields=("decision", "number"), name="platform_change_open"),)


class PlatformFactRecord(Record):
    """Something small that is compared with the next look: an interface and its errcode, the app's visible range."""

    key = fields.CharField(max_length=255, primary_key=True)
    value = fields.CharField(max_length=255)
    at = UtcDatetimeField()

    class Meta:
        table = "platform_fact"
