"""How many notices readers had in a day, and what waits to be told together."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class HeldRecord(Record):
    """A posting that a reader is told with others. `about`: the digest that told it; empty while it waits."""

    id = fields.BigIntField(primary_key=True)
    posting = fields.BigIntField()
    reader = fields.CharField(max_length=64)
    room = fields.BooleanField()
    due = UtcDatetimeField()
    about = fields.CharField(max_length=64, default="")

    class Meta:
        table = "notice_held"
        unique_together = (("posting", "reader", "room"),)
        indexes = (OpenRows(fields=("due",), name="notice_held_waiting", condition="about = ''"),)


class NoticeCountRecord(Record):
    id = fields.BigIntField(primary_key=True)
    day = fields.DateField()
    reader = fields.CharField(max_length=64)
    room = fields.BooleanField()
    times = fields.IntField()

    class Meta:
        table = "notice_count"
        unique_together = (("day", "reader", "room"),)
        indexes = (Index(fields=("day",), name="notice_count_day"),)
