"""Trainings, their questions and answers, licences, and shared experience."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class TrainingRecord(Record):
    """See Training. `meant`: who is to come, as specs."""

    number = fields.CharField(max_length=24, primary_key=True)
    kind = fields.CharField(max_length=16)
    topic = fields.TextField()
    author = fields.CharField(max_length=64)
    trainer = fields.CharField(max_length=64)
    audience = fields.TextField()
    meant: Any = fields.JSONField()
    starts = UtcDatetimeField()
    place = fields.TextField()
    minutes = fields.IntField()
    exam = fields.BooleanField()
    state = fields.CharField(max_length=8)
    made_up = fields.CharField(max_length=24)
    written_at = UtcDatetimeField()

    class Meta:
        table = "training"
        indexes = (
            Index(fields=("starts",), name="training_starts"),
            Index(fields=("author", "state"), name="training_author"),
        )


class MaterialRecord(Record):
    """See Material."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    text = fields.TextField()
    file = fields.CharField(max_length=64, null=True)
    name = fields.TextField()
    at = UtcDatetimeField()

    class Meta:
        table = "training_material"
        indexes = (Index(fields=("number", "id"), name="training_material_number"),)


class QuestionRecord(Record):
    """See Question; `place` counts from 0."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    place = fields.IntField()
    text = fields.TextField()
    options: Any = fields.JSONField()
    answer = fields.IntField()
    why = fields.TextField()

    class Meta:
        table = "training_question"
        unique_together = (("number", "place"),)


class AnswerRecord(Record):
    """See Answered. Only ever added to."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    user = fields.CharField(max_length=64)
    attempt = fields.IntField()
    place = fields.IntField()
    chosen = fields.IntField()
    at = UtcDatetimeField()

    class Meta:
        table = "training_answer"
        unique_together = (("number", "user", "attempt", "place"),)
        indexes = (Index(fields=("user",), name="training_answer_user"),)


class CertificateRecord(Record):
    """See Certificate. The last row of a kind of somebody's counts."""

    id = fields.BigIntField(primary_key=True)
    user = fields.CharField(max_length=64)
    kind = fields.CharField(max_length=32)
    ends = fields.DateField()
    at = UtcDatetimeField()
    by = fields.CharField(max_length=64)

    class Meta:
        table = "certificate"
        indexes = (Index(fields=("user", "kind", "id"), name="certificate_user"),)


class ExperienceRecord(Record):
    """See Experience."""

    number = fields.CharField(max_length=24, primary_key=True)
    author = fields.CharField(max_length=64)
    text = fields.TextField()
    clean = fields.TextField()
    written_at = UtcDatetimeField()
    near_miss = fields.BooleanField()
    named = fields.BooleanField()
    state = fields.CharField(max_length=8)
    reviewer = fields.CharField(max_length=64, null=True)
    settled_at = UtcDatetimeField(null=True)
    why = fields.TextField()

    class Meta:
        table = "experience"
        indexes = (
            Index(fields=("state", "settled_at"), name="experience_state"),
            Index(fields=("author", "state"), name="experience_author"),
        )


class ExperiencePhotoRecord(Record):
    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    file = fields.CharField(max_length=64)

    class Meta:
        table = "experience_photo"
        indexes = (Index(fields=("number", "id"), name="experience_photo_number"),)


class ExperienceVoteRecord(Record):
    """Somebody found it useful: once."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    user = fields.CharField(max_length=64)
    at = UtcDatetimeField()

    class Meta:
        table = "experience_vote"
        unique_together = (("number", "user"),)
        indexes = (Index(fields=("user",), name="experience_vote_of"),)
