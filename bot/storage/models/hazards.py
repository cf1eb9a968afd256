"""Hazards, who reported them, what happened to them, and their pictures."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class HazardRecord(Record):
    """`hazard`: the value as JSON; the other columns are what it is looked for by, out of it."""

    number = fields.CharField(max_length=24, primary_key=True)
    state = fields.CharField(max_length=8)
    is_open = fields.BooleanField()
    owner = fields.CharField(max_length=64, null=True)
    reported_at = UtcDatetimeField()
    closed_at = UtcDatetimeField(null=True)
    version = fields.IntField()
    hazard = fields.TextField()

    class Meta:
        table = "hazard"
        indexes = (
            Index(fields=("is_open", "reported_at"), name="hazard_open"),
            Index(fields=("reported_at",), name="hazard_reported"),
            Index(fields=("closed_at",), name="hazard_closed"),
            Index(fields=("owner",), name="hazard_of"),
        )


class HazardReporterRecord(Record):
    """Somebody who told of a hazard. Of a `hidden` one `user` only stands for him; `sealed` says who he is."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    user = fields.CharField(max_length=128)
    hidden = fields.BooleanField()
    sealed = fields.TextField(default="")
    at = UtcDatetimeField()

    class Meta:
        table = "hazard_reporter"
        unique_together = (("number", "user"),)
        indexes = (Index(fields=("user", "at"), name="hazard_reporter_user"),)


class HazardStepRecord(Record):
    """A line of a hazard's log; only ever appended to. kind: a StepKind."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=128)
    kind = fields.CharField(max_length=16)
    text = fields.TextField()

    class Meta:
        table = "hazard_step"
        indexes = (Index(fields=("number", "id"), name="hazard_step_number"),)


class HazardPhotoRecord(Record):
    """A picture of a hazard, before or after; its bytes are among the files."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    file = fields.CharField(max_length=64)
    side = fields.CharField(max_length=8)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=128)

    class Meta:
        table = "hazard_photo"
        unique_together = (("number", "file", "side"),)
        indexes = (Index(fields=("file",), name="hazard_photo_file"),)


class HazardDraftRecord(Record):
    """A picture that somebody sent, in a chat (empty: in private), before he said what it is of."""

    id = fields.BigIntField(primary_key=True)
    user = fields.CharField(max_length=128)
    chat = fields.CharField(max_length=128)
    file = fields.CharField(max_length=64)
    at = UtcDatetimeField()

    class Meta:
        table = "hazard_draft"
        indexes = (Index(fields=("user", "at"), name="hazard_draft_user"),)
