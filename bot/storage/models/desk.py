"""The help desk: what is asked, and a log of it that only grows."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class EnquiryRecord(Record):
    """kind: Kind; state: State; score: Score; verdict: Verdict. What was asked stands in the first line of its log."""

    number = fields.CharField(max_length=24, primary_key=True)
    kind = fields.CharField(max_length=8)
    asker = fields.CharField(max_length=64)
    department = fields.CharField(max_length=128)
    topic = fields.CharField(max_length=32)
    state = fields.CharField(max_length=8)
    is_open = fields.BooleanField()
    group = fields.CharField(max_length=128, null=True)
    holder = fields.CharField(max_length=64, null=True)
    asked_at = UtcDatetimeField()
    taken_at = UtcDatetimeField(null=True)
    answered_at = UtcDatetimeField(null=True)
    closed_at = UtcDatetimeField(null=True)
    score = fields.CharField(max_length=8, null=True)
    verdict = fields.CharField(max_length=8, null=True)
    reopened = fields.IntField()
    version = fields.IntField()

    class Meta:
        table = "enquiry"
        indexes = (
            Index(fields=("asker", "number"), name="enquiry_asker"),
            Index(fields=("asked_at",), name="enquiry_asked"),
            OpenRows(fields=("number",), name="enquiry_open", condition="is_open"),
        )


class EnquiryLineRecord(Record):
    """A line of an enquiry's log; only ever appended to. kind: Told; `text` is sealed."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=128)
    kind = fields.CharField(max_length=8)
    text = fields.TextField()

    class Meta:
        table = "enquiry_line"
        indexes = (Index(fields=("number", "id"), name="enquiry_line_number"),)


class IdeaRecord(Record):
    """A suggestion. state: IdeaState; `teller` is null where he gave no name; `text` and `why` are sealed."""

    number = fields.CharField(max_length=24, primary_key=True)
    teller = fields.CharField(max_length=64, null=True)
    theme = fields.CharField(max_length=32)
    text = fields.TextField()
    at = UtcDatetimeField()
    state = fields.CharField(max_length=8)
    why = fields.TextField()
    changed_at = UtcDatetimeField(null=True)
    version = fields.IntField()

    class Meta:
        table = "idea"
        indexes = (Index(fields=("at",), name="idea_at"), Index(fields=("teller", "at"), name="idea_teller"))


class IdeaVoteRecord(Record):
    """Somebody wants it, too."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    user = fields.CharField(max_length=64)

    class Meta:
        table = "idea_vote"
        unique_together = (("number", "user"),)
        indexes = (Index(fields=("user",), name="idea_vote_user"),)
