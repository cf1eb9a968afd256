"""What came in because of publishing."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class InboundRecord(Record):
    """`item`: the value as JSON; the other columns are what it is looked for by, out of it. state: an InboundState."""

    number = fields.CharField(max_length=24, primary_key=True)
    about = fields.CharField(max_length=255)
    asker = fields.CharField(max_length=64)
    state = fields.CharField(max_length=8)
    due = UtcDatetimeField()
    version = fields.IntField()
    item = fields.TextField()

    class Meta:
        table = "notice_inbound"
        indexes = (
            Index(fields=("state", "due"), name="notice_inbound_state"),
            Index(fields=("asker", "about"), name="notice_inbound_asker"),
        )
