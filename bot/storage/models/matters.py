"""What was handed to human resources and the lawyers, with a log that only grows, and what mustn't go meanwhile."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class MatterRecord(Record):
    """`handed`: the value as JSON; `reason` is sealed. state: MatterState by its name."""

    number = fields.CharField(max_length=24, primary_key=True)
    target = fields.CharField(max_length=128)
    state = fields.CharField(max_length=16)
    opened_at = UtcDatetimeField()
    version = fields.IntField()
    handed = fields.TextField()
    reason = fields.TextField(default="")

    class Meta:
        table = "moderation_matter"
        indexes = (
            Index(fields=("target", "opened_at"), name="moderation_matter_target"),
            OpenRows(
                fields=("opened_at",), name="moderation_matter_open", condition="state IN ('WAITING', 'CONFIRMED')"
            ),
        )


class MatterNoteRecord(Record):
    """A line of a matter's log; only ever appended to. kind: Told; `text` is sealed."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=128)
    kind = fields.CharField(max_length=16)
    text = fields.TextField(default="")

    class Meta:
        table = "moderation_matter_note"
        indexes = (Index(fields=("number", "id"), name="moderation_matter_note_number"),)


class HoldRecord(Record):
    """Nothing of `subject` (a number or an account) goes because of the matter `number` until `released_at`."""

    id = fields.BigIntField(primary_key=True)
    subject = fields.CharField(max_length=128)
    number = fields.CharField(max_length=24)
    since = UtcDatetimeField()
    released_at = UtcDatetimeField(null=True)

    class Meta:
        table = "legal_hold"
        indexes = (
            Index(fields=("number",), name="legal_hold_number"),
            OpenRows(fields=("subject",), name="legal_hold_holds", condition="released_at IS NULL"),
        )
