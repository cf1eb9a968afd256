"""What WeCom's own office apps were told."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from bot.storage.columns import OpenRows


class QuotaRecord(Model):
    """A balance that WeCom is to know (`Quota`). `round` grows with each look; `told`: HR knows that it was refused."""

    id = fields.BigIntField(primary_key=True)
    user = fields.CharField(max_length=64)
    type = fields.CharField(max_length=32)
    vacation = fields.CharField(max_length=64)
    days = fields.DecimalField(max_digits=10, decimal_places=1)
    hours = fields.DecimalField(max_digits=10, decimal_places=1)
    state = fields.CharField(max_length=16)
    written = fields.IntField(null=True)
    seen = fields.IntField(null=True)
    why = fields.CharField(max_length=200, default="")
    told = fields.BooleanField(default=False)
    round = fields.IntField(default=0)

    class Meta:
        table = "office_quota"
        unique_together = (("user", "type"),)
        indexes = (
            OpenRows(fields=("id",), name="office_quota_open", condition="state = 'to_write'"),
            Index(fields=("round", "id"), name="office_quota_round"),
        )


class QuotaCursorRecord(Model):
    """Up to which entry of the ledgers balances were looked at; one row."""

    id = fields.IntField(primary_key=True)
    entry = fields.BigIntField()

    class Meta:
        table = "office_quota_cursor"
