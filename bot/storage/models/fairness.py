"""Appeals, mediation and praise."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class AppealRecord(Record):
    """number: the case's. `filed`: the value as JSON; `reason` and `answer` are sealed."""

    number = fields.CharField(max_length=24, primary_key=True)
    version = fields.IntField()
    filed = fields.TextField()
    reason = fields.TextField()
    answer = fields.TextField(default="")

    class Meta:
        table = "moderation_appeal"


class AppealStatementRecord(Record):
    """What one of the sides added; only ever appended to. `text` is sealed."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=128)
    text = fields.TextField()

    class Meta:
        table = "moderation_appeal_statement"
        indexes = (Index(fields=("number", "id"), name="moderation_appeal_statement_number"),)


class DisputeRecord(Record):
    """`opened`: the value as JSON; `matter` is sealed."""

    number = fields.CharField(max_length=24, primary_key=True)
    mediator = fields.CharField(max_length=128)
    version = fields.IntField()
    closed_at = UtcDatetimeField(null=True)
    opened = fields.TextField()
    matter = fields.TextField()

    class Meta:
        table = "moderation_dispute"
        indexes = (OpenRows(fields=("mediator",), name="moderation_dispute_open", condition="closed_at IS NULL"),)


class DisputeNoteRecord(Record):
    """A line of a dispute's log; only ever appended to. state: DisputeState; `text` is sealed."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=128)
    state = fields.CharField(max_length=16)
    text = fields.TextField(default="")

    class Meta:
        table = "moderation_dispute_note"
        indexes = (Index(fields=("number", "id"), name="moderation_dispute_note_number"),)


class PraiseRecord(Record):
    """Somebody was praised; only ever appended to. It was said aloud, so nothing of it is sealed."""

    number = fields.CharField(max_length=24, primary_key=True)
    person = fields.CharField(max_length=128)
    by = fields.CharField(max_length=128)
    approver = fields.CharField(max_length=128)
    group = fields.CharField(max_length=128, null=True)
    at = UtcDatetimeField()
    reason = fields.TextField()

    class Meta:
        table = "praise"
        indexes = (Index(fields=("person", "at"), name="praise_person"), Index(fields=("at",), name="praise_at"))
