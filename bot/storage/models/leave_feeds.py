"""Calendars that people subscribe to."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class LeaveFeedRecord(Record):
    """An address that was given out, as the digest of its token. `team`: a department's number, None: the user's own
    leaves. state: open, replaced, stopped."""

    id = fields.BigIntField(primary_key=True)
    digest = fields.CharField(max_length=64, unique=True)
    user = fields.CharField(max_length=64)
    team = fields.BigIntField(null=True)
    made_at = UtcDatetimeField()
    state = fields.CharField(max_length=8, default="open")

    class Meta:
        table = "leave_feed"
        indexes = (Index(fields=("user", "state"), name="leave_feed_user"),)
