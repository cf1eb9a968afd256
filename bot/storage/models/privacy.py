"""Who looked at what is private."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from bot.storage.columns import UtcDatetimeField


class DataViewRecord(Model):
    """See DataView. Only ever added to, until it is old."""

    id = fields.BigIntField(primary_key=True)
    at = UtcDatetimeField()
    viewer = fields.CharField(max_length=64)
    whose = fields.CharField(max_length=64)
    what = fields.CharField(max_length=16)
    about = fields.CharField(max_length=24)
    why = fields.TextField()

    class Meta:
        table = "data_view"
        indexes = (Index(fields=("whose", "id"), name="data_view_whose"), Index(fields=("at",), name="data_view_at"))
