"""What falls due for one case or another."""

from tortoise import fields

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class TimerRecord(Record):
    """A moment at which something is to happen, once. try_at: due_at, or later after a failure."""

    id = fields.BigIntField(primary_key=True)
    job = fields.CharField(max_length=64)
    subject = fields.CharField(max_length=64)
    kind = fields.CharField(max_length=64)
    due_at = UtcDatetimeField()
    try_at = UtcDatetimeField()
    rung_at = UtcDatetimeField(null=True)
    called_off_at = UtcDatetimeField(null=True)

    class Meta:
        table = "timer"
        unique_together = (("job", "subject", "kind"),)
        indexes = (
            OpenRows(
                fields=("job", "try_at"),
                name="timer_waiting",
                condition="rung_at IS NULL AND called_off_at IS NULL",
            ),
        )
