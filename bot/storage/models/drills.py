"""Drills, each as it stands."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class DrillRecord(Record):
    """`drill`: the value as JSON; the other columns are what it is looked for by, out of it."""

    number = fields.CharField(max_length=24, primary_key=True)
    starts = UtcDatetimeField()
    version = fields.IntField()
    drill = fields.TextField()

    class Meta:
        table = "drill"
        indexes = (Index(fields=("starts",), name="drill_starts"),)
