"""What others decide on, who is asked, and who decides for whom."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class RequestRecord(Record):
    """Something that others decide on. `body` is the whole of it; the rest is what it is looked up by."""

    number = fields.CharField(max_length=24, primary_key=True)
    kind = fields.CharField(max_length=32)
    applicant = fields.CharField(max_length=64)
    text = fields.TextField()
    state = fields.CharField(max_length=8)
    version = fields.IntField()
    opened_at = UtcDatetimeField()
    due_at = UtcDatetimeField()
    closed_at = UtcDatetimeField(null=True)
    body = fields.TextField()

    class Meta:
        table = "request"
        indexes = (
            OpenRows(fields=("due_at",), name="request_open", condition="closed_at IS NULL"),
            Index(fields=("applicant", "opened_at"), name="request_applicant"),
            Index(fields=("opened_at",), name="request_opened"),
            Index(fields=("closed_at",), name="request_closed"),
        )


class AskRecord(Record):
    """Somebody who was asked about a request, by the card `task_id`. `cause`: the message that made it be sent."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    user = fields.CharField(max_length=64)
    version = fields.IntField()
    task_id = fields.CharField(max_length=128)
    cause = fields.CharField(max_length=255)
    waits = fields.BooleanField()

    class Meta:
        table = "request_ask"
        indexes = (
            OpenRows(fields=("user", "id"), name="request_ask_user", condition="waits"),
            Index(fields=("number",), name="request_ask_number"),
        )


class DelegationRecord(Record):
    """Who decides for whom from day to day; state: a DelegationState."""

    id = fields.BigIntField(primary_key=True)
    principal = fields.CharField(max_length=64)
    deputy = fields.CharField(max_length=64)
    start = fields.DateField()
    end = fields.DateField()
    state = fields.CharField(max_length=8)
    offered_at = UtcDatetimeField()

    class Meta:
        table = "delegation"
        indexes = (
            Index(fields=("end",), name="delegation_end"),
            Index(fields=("principal", "deputy"), name="delegation_pair"),
        )
