"""What is counted at night, so that nobody waits for it by day: who used the bot, and who left a group."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.record import Record


class ActiveRecord(Record):
    """Somebody used the bot in a week, a month or a year (`2026-W47`, `2026-11`, `2026`); not how often or what for."""

    id = fields.BigIntField(primary_key=True)
    period = fields.CharField(max_length=8)
    user = fields.CharField(max_length=128)

    class Meta:
        table = "active_user"
        unique_together = (("period", "user"),)
        indexes = (Index(fields=("user",), name="active_user_of"),)


class LeftRecord(Record):
    """Somebody left a group on a day, or was removed."""

    id = fields.BigIntField(primary_key=True)
    day = fields.DateField()
    group_id = fields.CharField(max_length=64)
    user = fields.CharField(max_length=64)

    class Meta:
        table = "group_left"
        indexes = (Index(fields=("day",), name="group_left_day"), Index(fields=("user",), name="group_left_of"))


class ReportDraftRecord(Record):
    """A month's figures for the management, before they go. state: a DraftState."""

    period = fields.CharField(max_length=8, primary_key=True)
    state = fields.CharField(max_length=8)
    words = fields.TextField()

    class Meta:
        table = "figure_draft"
