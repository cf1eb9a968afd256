"""Sheets that people sign in on."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class SheetRecord(Record):
    """See Sheet."""

    number = fields.CharField(max_length=24, primary_key=True)
    title = fields.TextField()
    leader = fields.CharField(max_length=64)
    starts = UtcDatetimeField()
    place = fields.TextField()
    note = fields.TextField()
    seed = fields.CharField(max_length=64)
    state = fields.CharField(max_length=8)

    class Meta:
        table = "sign_in_sheet"
        indexes = (Index(fields=("starts",), name="sign_in_sheet_starts"),)


class MarkRecord(Record):
    """See Marked. Only ever added to."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    user = fields.CharField(max_length=64)
    mark = fields.CharField(max_length=16)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=128)
    why = fields.TextField()

    class Meta:
        table = "sign_in_mark"
        indexes = (
            Index(fields=("number", "id"), name="sign_in_mark_number"),
            Index(fields=("user", "number"), name="sign_in_mark_user"),
        )
