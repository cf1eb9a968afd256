"""Accidents, as they were told."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class AccidentRecord(Record):
    """A report of an accident, as it was first told. state: an AccidentState."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24, unique=True)
    state = fields.CharField(max_length=8)
    kind = fields.CharField(max_length=8)
    level = fields.CharField(max_length=8, null=True)
    urgent = fields.BooleanField()
    place = fields.CharField(max_length=64, null=True)
    injured = fields.IntField(null=True)
    happened_at = UtcDatetimeField(null=True)
    text = fields.TextField()
    reporter = fields.CharField(max_length=128)
    chat = fields.CharField(max_length=128, null=True)
    reported_at = UtcDatetimeField()
    last_heard = UtcDatetimeField()
    taken_by = fields.CharField(max_length=64, null=True)
    taken_at = UtcDatetimeField(null=True)
    closed_by = fields.CharField(max_length=64, null=True)
    closed_at = UtcDatetimeField(null=True)

    class Meta:
        table = "accident"
        indexes = (
            Index(fields=("last_heard",), name="accident_heard"),
            Index(fields=("reporter",), name="accident_of"),
            Index(fields=("reported_at",), name="accident_reported"),
        )


class AccidentNoteRecord(Record):
    """What was added to a report; only ever appended to. kind: a NoteKind."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=128)
    kind = fields.CharField(max_length=16)
    text = fields.TextField()

    class Meta:
        table = "accident_note"
        indexes = (Index(fields=("number",), name="accident_note_number"),)
