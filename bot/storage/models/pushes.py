"""Whether notices go out at all."""

from tortoise import fields

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class PushPauseRecord(Record):
    """Everything that isn't urgent is held back; there is one such row or none."""

    id = fields.IntField(primary_key=True)
    by = fields.CharField(max_length=64)
    since = UtcDatetimeField()

    class Meta:
        table = "push_pause"
