"""Work away from the company, and punches that are put right."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class TripRecord(Record):
    """`shape` and `period`: what was asked for, a Span or a TimeSpan as JSON. `reason` is private."""

    number = fields.CharField(max_length=24, primary_key=True)
    user = fields.CharField(max_length=64)
    kind = fields.CharField(max_length=8)
    place = fields.CharField(max_length=64)
    shape = fields.CharField(max_length=8)
    period = fields.TextField()
    begins = UtcDatetimeField()
    ends = UtcDatetimeField()
    submitted_at = UtcDatetimeField()
    state = fields.CharField(max_length=8)
    version = fields.IntField()
    reason = fields.TextField()

    class Meta:
        table = "trip"
        indexes = (Index(fields=("user", "begins"), name="trip_user"), Index(fields=("ends",), name="trip_ends"))


class PunchFixRecord(Record):
    """`slot`: AM_IN and so on. `reason` is private."""

    number = fields.CharField(max_length=24, primary_key=True)
    user = fields.CharField(max_length=64)
    on_day = fields.DateField()
    slot = fields.CharField(max_length=8)
    submitted_at = UtcDatetimeField()
    state = fields.CharField(max_length=8)
    reason = fields.TextField()

    class Meta:
        table = "punch_fix"
        indexes = (Index(fields=("user", "on_day"), name="punch_fix_user"),)


class MissedPunchRecord(Record):
    """That somebody was told of a punch that is missing."""

    id = fields.BigIntField(primary_key=True)
    user = fields.CharField(max_length=64)
    on_day = fields.DateField()
    slot = fields.CharField(max_length=8)

    class Meta:
        table = "missed_punch"
        unique_together = (("user", "on_day", "slot"),)
        indexes = (Index(fields=("on_day",), name="missed_punch_day"),)
