"""What keeps the bot itself going: jobs, processes and leases, numbers given out, and the trail."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class Trail(Record):
    """Who did what to what by which right, and on which message. Only ever appended to: the database refuses the rest
    (`guards`). For the salts and the stamp see Entry."""

    id = fields.BigIntField(primary_key=True)
    at = UtcDatetimeField()
    actor = fields.CharField(max_length=64)
    action = fields.CharField(max_length=64)
    subject = fields.CharField(max_length=128)
    authority = fields.CharField(max_length=128)
    cause = fields.CharField(max_length=255)
    details: fields.JSONField[dict[str, Any]] = fields.JSONField(default=dict)
    who_salt = fields.BinaryField(null=True)
    whom_salt = fields.BinaryField(null=True)
    stamp = fields.BinaryField(null=True)

    class Meta:
        table = "trail"
        indexes = (Index(fields=("subject",), name="trail_subject"),)


class ChainRecord(Record):
    """A link of the chain over the trail: see Link. Never changed, never deleted."""

    seq = fields.BigIntField(primary_key=True, generated=False)
    entry = fields.BigIntField(unique=True)
    at = fields.BigIntField()
    who = fields.BinaryField()
    whom = fields.BinaryField()
    prev = fields.BinaryField()
    signature = fields.BinaryField()

    class Meta:
        table = "chain"


class NumberRecord(Record):
    """How many numbers of a series (`RQ-20261122`) were given out."""

    series = fields.CharField(max_length=16, primary_key=True)
    given = fields.IntField()

    class Meta:
        table = "number"


class JobRecord(Record):
    """When a job falls due next; claiming moves it on."""

    name = fields.CharField(max_length=64, primary_key=True)
    due_at = UtcDatetimeField()

    class Meta:
        table = "job"


class JobWish(Record):
    """A job is to fall due by then, whenever it is planned; taken away by the run that follows."""

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=64)
    due_at = UtcDatetimeField()

    class Meta:
        table = "job_wish"
        indexes = (Index(fields=("name", "due_at"), name="job_wish_due"),)


class JobRun(Record):
    """One slot of a job. state: ran, missed."""

    id = fields.BigIntField(primary_key=True)
    job = fields.CharField(max_length=64)
    slot = UtcDatetimeField()
    state = fields.CharField(max_length=8)
    at = UtcDatetimeField()
    note = fields.CharField(max_length=200, default="")

    class Meta:
        table = "job_run"
        unique_together = (("job", "slot"),)


class SealKeyRecord(Record):
    """The key of what is kept sealed, in base64, where the configuration names none. One row."""

    id = fields.IntField(primary_key=True)
    value = fields.CharField(max_length=64)

    class Meta:
        table = "seal_key"


class PauseRecord(Record):
    """A channel or an interface of WeCom's through which nothing passes until then, in ms by the database's clock.

    `errcode`, `since`: what WeCom said, and when it began; 0 where nobody knows.
    """

    name = fields.CharField(max_length=200, primary_key=True)
    until = fields.BigIntField()
    errcode = fields.IntField(default=0)
    since = fields.BigIntField(default=0)

    class Meta:
        table = "pause"


class AccessTokenRecord(Record):
    """An access token that processes share, under the seal; to be renewed then, in ms by the database's clock."""

    name = fields.CharField(max_length=64, primary_key=True)
    sealed = fields.TextField()
    renew_at = fields.BigIntField()

    class Meta:
        table = "access_token"


class ProcessRecord(Record):
    """A process that shares the database, as long as it says so. Its number is never given out again."""

    id = fields.BigIntField(primary_key=True)
    seen_at = fields.BigIntField()

    class Meta:
        table = "process"


class LeaseRecord(Record):
    """What one process at a time may do; it is free when its holder is gone."""

    name = fields.CharField(max_length=32, primary_key=True)
    holder = fields.BigIntField()

    class Meta:
        table = "lease"
