"""Safety equipment: a row for each word on a piece."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class EquipmentRecord(Record):
    """See Equipment. The last row of a piece counts; `scrapped`: it is gone."""

    id = fields.BigIntField(primary_key=True)
    area = fields.CharField(max_length=32)
    name = fields.CharField(max_length=32)
    due = fields.DateField()
    months = fields.IntField(null=True)
    scrapped = fields.BooleanField()
    at = UtcDatetimeField()
    by = fields.CharField(max_length=64)

    class Meta:
        table = "equipment"
        indexes = (Index(fields=("area", "name", "id"), name="equipment_piece"),)
