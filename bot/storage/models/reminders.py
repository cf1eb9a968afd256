"""Reminders that somebody asked for."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class ReminderRecord(Record):
    """`text` is sealed. `closed_at`: when it was told for the last time or called off."""

    number = fields.CharField(max_length=24, primary_key=True)
    asker = fields.CharField(max_length=64)
    user = fields.CharField(max_length=64)
    text = fields.TextField()
    at = UtcDatetimeField()
    state = fields.CharField(max_length=12)
    closed_at = UtcDatetimeField(null=True)

    class Meta:
        table = "reminder"
        indexes = (
            Index(fields=("asker", "state"), name="reminder_asker"),
            Index(fields=("user", "at"), name="reminder_user"),
            Index(fields=("closed_at",), name="reminder_closed"),
        )
