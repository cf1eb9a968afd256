"""Cases of moderation, what was done because of each, what proves it, and a log that only grows."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class CaseRecord(Record):
    """`charged`: the value as JSON, without a word of what was said; `reason` is sealed."""

    number = fields.CharField(max_length=24, primary_key=True)
    target = fields.CharField(max_length=128)
    group = fields.CharField(max_length=128, null=True)
    confirmed_at = UtcDatetimeField()
    act = fields.CharField(max_length=64, default="")
    version = fields.IntField()
    charged = fields.TextField()
    reason = fields.TextField(default="")

    class Meta:
        table = "moderation_case"
        indexes = (
            Index(fields=("target", "confirmed_at"), name="moderation_case_target"),
            Index(fields=("confirmed_at",), name="moderation_case_lately"),
        )


class MeasureRecord(Record):
    """One thing that was done, or that somebody was asked to do, because of a case. doing: Doing; effect: Effect."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    doing = fields.CharField(max_length=24)
    target = fields.CharField(max_length=128)
    group = fields.CharField(max_length=128, null=True)
    effect = fields.CharField(max_length=16)
    at = UtcDatetimeField()
    until = UtcDatetimeField(null=True)
    by = fields.CharField(max_length=128, null=True)
    due_at = UtcDatetimeField(null=True)
    ended_at = UtcDatetimeField(null=True)

    class Meta:
        table = "moderation_measure"
        indexes = (
            Index(fields=("number", "id"), name="moderation_measure_number"),
            OpenRows(fields=("target",), name="moderation_measure_holds", condition="ended_at IS NULL"),
        )


class EvidenceRecord(Record):
    """What was quoted, under seal; `digest`: SHA-256 of it, for whoever wants to compare."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    digest = fields.CharField(max_length=64)
    by = fields.CharField(max_length=128)
    at = UtcDatetimeField()
    sealed = fields.TextField()

    class Meta:
        table = "moderation_evidence"
        indexes = (Index(fields=("number", "id"), name="moderation_evidence_number"),)


class CaseNoteRecord(Record):
    """A line of a case's log; only ever appended to. kind: Noted; `text` is sealed."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=128)
    kind = fields.CharField(max_length=16)
    text = fields.TextField(default="")

    class Meta:
        table = "moderation_note"
        indexes = (Index(fields=("number", "id"), name="moderation_note_number"),)
