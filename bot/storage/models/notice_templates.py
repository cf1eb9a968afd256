"""Templates of notices that a company keeps for itself."""

from tortoise import fields

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class NoticeTemplateRecord(Record):
    name = fields.CharField(max_length=24, primary_key=True)
    text = fields.TextField()
    by = fields.CharField(max_length=64)
    at = UtcDatetimeField()

    class Meta:
        table = "notice_template"
