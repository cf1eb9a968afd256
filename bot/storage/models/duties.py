"""Rosters: who works when."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class DutyRecord(Record):
    """One person's month as somebody planned it; never changed, a later one takes its place. `cells`: see
    `bot.domain.leave.working_time.duties.packed`."""

    id = fields.BigIntField(primary_key=True)
    user = fields.CharField(max_length=64)
    month = fields.DateField()
    cells = fields.TextField()
    written_by = fields.CharField(max_length=64)
    written_at = UtcDatetimeField()

    class Meta:
        table = "duty"
        indexes = (Index(fields=("month", "id"), name="duty_month"), Index(fields=("user",), name="duty_user"))
