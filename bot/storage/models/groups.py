"""Groups that are to be made, and the notices that groups want."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from bot.storage.columns import UtcDatetimeField


class FoundingRecord(Model):
    """A group that was approved and is to be made. state: a FoundingState."""

    number = fields.CharField(max_length=24, primary_key=True)
    type = fields.CharField(max_length=8)
    name = fields.CharField(max_length=128)
    owner = fields.CharField(max_length=64)
    members: fields.JSONField[list[str]] = fields.JSONField(default=list)
    chat = fields.CharField(max_length=32, unique=True)
    state = fields.CharField(max_length=8)
    by = fields.CharField(max_length=64, null=True)
    due_at = UtcDatetimeField(null=True)
    greeted = fields.BooleanField(default=False)

    class Meta:
        table = "founding"
        indexes = (Index(fields=("name",), name="founding_name"),)


class SubscriptionRecord(Model):
    """Whether a group wants a kind of notice; a row with active=false outlives the configured default."""

    id = fields.BigIntField(primary_key=True)
    group_id = fields.CharField(max_length=64)
    topic = fields.CharField(max_length=32)
    active = fields.BooleanField()
    since = UtcDatetimeField()
    by = fields.CharField(max_length=64)

    class Meta:
        table = "subscription"
        unique_together = (("group_id", "topic"),)
