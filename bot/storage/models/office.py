"""What WeCom's own office apps were told."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class QuotaRecord(Record):
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


class QuotaCursorRecord(Record):
    """Up to which entry of the ledgers balances were looked at; one row."""

    id = fields.IntField(primary_key=True)
    entry = fields.BigIntField()

    class Meta:
        table = "office_quota_cursor"


class FilingRecord(Record):
    """A leave on its way to WeCom's own 审批 (`Filing`). `stretch`: as JSON. `off`: called
    off since, which is a change as well. `round` grows with each look at its form."""

    number = fields.CharField(max_length=24, primary_key=True)
    user = fields.CharField(max_length=64)
    vacation = fields.CharField(max_length=64)
    stretch = fields.TextField()
    note = fields.CharField(max_length=200)
    decider = fields.CharField(max_length=64, null=True)
    wanted_at = UtcDatetimeField()
    since = UtcDatetimeField(null=True)
    state = fields.CharField(max_length=16)
    changed = fields.BooleanField(default=False)
    off = fields.BooleanField(default=False)
    sp_no = fields.CharField(max_length=32, default="")
    round = fields.IntField(default=0)

    class Meta:
        table = "office_filing"
        indexes = (
            OpenRows(
                fields=("state", "wanted_at"),
                name="office_filing_open",
                condition="state IN ('to_file', 'calling', 'to_search', 'filed')",
            ),
            Index(fields=("user",), name="office_filing_user"),
        )
