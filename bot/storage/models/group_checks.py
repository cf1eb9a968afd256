"""Who was asked to look through his groups in which week, and what he said."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class GroupCheckRecord(Record):
    """`week`: its monday. `groups`: their ids, as JSON."""

    id = fields.BigIntField(primary_key=True)
    week = fields.DateField()
    user = fields.CharField(max_length=128)
    groups = fields.TextField()
    fine = fields.BooleanField(null=True)
    at = UtcDatetimeField(null=True)

    class Meta:
        table = "group_check"
        unique_together = (("week", "user"),)
        indexes = (Index(fields=("user",), name="group_check_of"),)
