"""Incidents of security: what was told, and a log that only grows."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class IncidentRecord(Record):
    """`told`: the value as JSON, under seal. `blind` stands for who told it, so that he finds his own again."""

    number = fields.CharField(max_length=24, primary_key=True)
    blind = fields.CharField(max_length=64)
    at = UtcDatetimeField()
    is_open = fields.BooleanField()
    version = fields.IntField()
    told = fields.TextField()

    class Meta:
        table = "incident"
        indexes = (
            OpenRows(fields=("number",), name="incident_open", condition="is_open"),
            Index(fields=("blind", "at"), name="incident_blind"),
            Index(fields=("at",), name="incident_at"),
        )


class SecurityReceiptRecord(Record):
    """Somebody pressed that he has read a reminder or a lesson."""

    id = fields.BigIntField(primary_key=True)
    about = fields.CharField(max_length=64)
    user = fields.CharField(max_length=64)
    at = UtcDatetimeField()

    class Meta:
        table = "security_receipt"
        unique_together = (("about", "user"),)
        indexes = (Index(fields=("user",), name="security_receipt_of"),)


class IncidentLineRecord(Record):
    """A line of an incident's log; only ever appended to. kind: Logged; `text` is sealed."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=128)
    kind = fields.CharField(max_length=16)
    text = fields.TextField()

    class Meta:
        table = "incident_line"
        indexes = (Index(fields=("number", "id"), name="incident_line_number"),)
