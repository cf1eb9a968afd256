"""From a message to what is sent: what was received, what is to be said, what counts against a limit, and the bytes."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class Inbox(Record):
    """Every message received, once. state: waiting, done, parked, again (a human wants it tried once more)."""

    id = fields.BigIntField(primary_key=True)
    key = fields.CharField(max_length=255, unique=True)
    sender = fields.CharField(max_length=64)
    urgent = fields.BooleanField(default=False)
    state = fields.CharField(max_length=8, default="waiting")
    received_at = fields.BigIntField()
    retry_at = fields.BigIntField(default=0)
    attempts = fields.IntField(default=0)
    done_at = fields.BigIntField(null=True)
    ticket = fields.CharField(max_length=16, null=True)
    why = fields.CharField(max_length=200, null=True)
    payload = fields.TextField()

    class Meta:
        table = "inbox"
        indexes = (
            OpenRows(fields=("id",), name="inbox_waiting", condition="state <> 'done' AND id > 0"),
            OpenRows(fields=("sender", "id"), name="inbox_lane", condition="state <> 'done'"),
            OpenRows(fields=("id",), name="inbox_again", condition="state = 'again'"),
        )


class Outbox(Record):
    """Everything said or to be said. state: waiting, sending, done, refused, unknown, parked, again.

    `owner`: which of several processes sends it, on PostgreSQL. `about`: of what it is a part, for who asks later.
    """

    id = fields.BigIntField(primary_key=True)
    cause = fields.CharField(max_length=255)
    lane = fields.CharField(max_length=160)
    urgent = fields.BooleanField(default=False)
    state = fields.CharField(max_length=8, default="waiting")
    created_at = fields.BigIntField()
    retry_at = fields.BigIntField(default=0)
    attempts = fields.IntField(default=0)
    step = fields.IntField(default=0)
    route = fields.CharField(max_length=160, null=True)
    check_duplicates = fields.BooleanField(default=False)
    claimed_at = fields.BigIntField(null=True)
    doubtful_since = fields.BigIntField(null=True)
    settled_at = fields.BigIntField(null=True)
    errcode = fields.IntField(default=0)
    why = fields.CharField(max_length=200, null=True)
    receipt = fields.TextField(null=True)
    owner = fields.BigIntField(null=True)
    about = fields.CharField(max_length=64, null=True)
    address = fields.TextField()
    content = fields.TextField()

    class Meta:
        table = "outbox"
        indexes = (
            OpenRows(fields=("id",), name="outbox_open", condition="state NOT IN ('done', 'refused') AND id > 0"),
            OpenRows(fields=("lane", "id"), name="outbox_lane", condition="state NOT IN ('done', 'refused')"),
            OpenRows(fields=("id",), name="outbox_again", condition="state = 'again'"),
            Index(fields=("cause",), name="outbox_cause"),
            OpenRows(fields=("about",), name="outbox_about", condition="about IS NOT NULL"),
        )


class Ledger(Record):
    """One row per call that WeCom counts against a limit: who was sent how much, and what."""

    id = fields.BigIntField(primary_key=True)
    route = fields.CharField(max_length=160)
    at = fields.BigIntField()
    outbox_id = fields.BigIntField()
    digest = fields.CharField(max_length=32)

    class Meta:
        table = "ledger"
        indexes = (Index(fields=("route", "at"), name="ledger_route"),)


class Peer(Record):
    """Somebody or some group that has addressed the AI bot: only those can be pushed to."""

    id = fields.BigIntField(primary_key=True)
    peer = fields.CharField(max_length=128, unique=True)
    first_heard = UtcDatetimeField()

    class Meta:
        table = "peer"


class FileRecord(Record):
    """Bytes of a picture or file; the id is their digest."""

    id = fields.CharField(max_length=64, primary_key=True)
    data = fields.BinaryField()
    kept_at = UtcDatetimeField()

    class Meta:
        table = "file"
        indexes = (Index(fields=("kept_at", "id"), name="file_age"),)  # without reading through the bytes
