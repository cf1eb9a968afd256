"""Leaves that are counted again because the calendar has changed."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class RecountRecord(Record):
    """`reached`: the number of the last leave that was looked at. `finished_at`: null while it goes on."""

    id = fields.BigIntField(primary_key=True)
    cause = fields.CharField(max_length=64)
    why = fields.CharField(max_length=128)
    first_day = fields.DateField()
    last_day = fields.DateField()
    reached = fields.CharField(max_length=24, default="")
    begun_at = UtcDatetimeField()
    finished_at = UtcDatetimeField(null=True)

    class Meta:
        table = "recount"
        indexes = (OpenRows(fields=("id",), name="recount_open", condition="finished_at IS NULL"),)


class RecountedRecord(Record):
    """A leave that changed by it. became: a Became."""

    id = fields.BigIntField(primary_key=True)
    recount_id = fields.BigIntField()
    number = fields.CharField(max_length=24)
    user = fields.CharField(max_length=64)
    type = fields.CharField(max_length=32)
    before = fields.DecimalField(max_digits=10, decimal_places=2)
    after = fields.DecimalField(max_digits=10, decimal_places=2)
    became = fields.CharField(max_length=8)

    class Meta:
        table = "recounted"
        indexes = (
            Index(fields=("recount_id", "number"), name="recounted_of"),
            Index(fields=("user",), name="recounted_user"),
        )
