"""Who has left, as long as anything is held of him."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class LeaverRecord(Record):
    """`since`: when it was noticed. `forgotten`: nothing of leave and attendance is held any more. `erased`: nor does
    the trail name him; `looked_at`: when it was last looked through."""

    user = fields.CharField(max_length=64, primary_key=True)
    since = UtcDatetimeField()
    forgotten = fields.BooleanField(default=False)
    erased = fields.BooleanField(default=False)
    looked_at = UtcDatetimeField(null=True)

    class Meta:
        table = "leaver"
        indexes = (Index(fields=("since",), name="leaver_since"),)
