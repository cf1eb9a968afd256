"""Surveys with what was answered, activities with who comes."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class SurveyRecord(Record):
    """`survey`: the value as JSON; the other columns are what it is looked for by, out of it. stage: a Stage."""

    number = fields.CharField(max_length=24, primary_key=True)
    author = fields.CharField(max_length=64)
    stage = fields.CharField(max_length=8)
    closes_at = UtcDatetimeField()
    version = fields.IntField()
    survey = fields.TextField()

    class Meta:
        table = "survey"
        indexes = (
            Index(fields=("author", "number"), name="survey_author"),
            Index(fields=("stage", "closes_at"), name="survey_stage"),
        )


class BallotRecord(Record):
    """See Ballot. `id` is random, so that the order in which people answered can't be read; `words` are sealed."""

    id = fields.CharField(max_length=32, primary_key=True)
    number = fields.CharField(max_length=24)
    voter = fields.CharField(max_length=64)
    choice = fields.IntField(null=True)
    words = fields.TextField()

    class Meta:
        table = "survey_ballot"
        unique_together = (("number", "voter"),)
        indexes = (Index(fields=("voter",), name="survey_ballot_voter"),)


class ActivityRecord(Record):
    """`activity`: the value as JSON; the other columns are what it is looked for by, out of it. stage: a Stage."""

    number = fields.CharField(max_length=24, primary_key=True)
    author = fields.CharField(max_length=64)
    stage = fields.CharField(max_length=8)
    starts = UtcDatetimeField()
    version = fields.IntField()
    activity = fields.TextField()

    class Meta:
        table = "activity"
        indexes = (
            Index(fields=("author", "number"), name="activity_author"),
            Index(fields=("stage", "starts"), name="activity_stage"),
        )


class SignUpRecord(Record):
    """Somebody comes, or waits for a place: by the order of the rows."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    user = fields.CharField(max_length=64)
    at = UtcDatetimeField()

    class Meta:
        table = "activity_sign_up"
        unique_together = (("number", "user"),)
        indexes = (Index(fields=("user",), name="activity_sign_up_user"),)
