"""Postings of notices: who was told, who confirmed, what was taken back."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class PostingRecord(Record):
    """One time that a notice went out; once for each version and moment. state: a PostingState."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    version = fields.IntField()
    occurrence = UtcDatetimeField()
    begun_at = UtcDatetimeField()
    wants_confirmation = fields.BooleanField()
    groups: fields.JSONField[list[str]] = fields.JSONField(default=list)
    state = fields.CharField(max_length=8)
    reached = fields.CharField(max_length=64, default="")
    people = fields.IntField(default=0)
    expected = fields.IntField(default=0)
    confirmed = fields.IntField(default=0)
    complete_at = UtcDatetimeField(null=True)

    class Meta:
        table = "notice_posting"
        unique_together = (("number", "version", "occurrence"),)
        indexes = (
            OpenRows(fields=("id",), name="notice_posting_going", condition="state = '发布中'"),
            Index(fields=("begun_at",), name="notice_posting_begun"),
        )


class ReceiptRecord(Record):
    """Somebody who was asked to confirm a posting, and whether he has."""

    id = fields.BigIntField(primary_key=True)
    posting = fields.BigIntField()
    user = fields.CharField(max_length=64)
    confirmed_at = UtcDatetimeField(null=True)
    answer = fields.IntField(null=True)
    wrong = fields.IntField(default=0)
    late = fields.BooleanField(default=False)

    class Meta:
        table = "notice_receipt"
        unique_together = (("posting", "user"),)
        indexes = (Index(fields=("user", "id"), name="notice_receipt_user"),)


class RecallRecord(Record):
    """A call that told people something, and is to be taken back in WeCom. state: waiting, done, refused.

    `users`: whom it told, while that isn't settled.
    """

    id = fields.BigIntField(primary_key=True)
    posting = fields.BigIntField()
    msgid = fields.CharField(max_length=128)
    users: fields.JSONField[list[str]] = fields.JSONField(default=list)
    state = fields.CharField(max_length=8, default="waiting")
    tries = fields.IntField(default=0)

    class Meta:
        table = "notice_recall"
        indexes = (
            Index(fields=("posting",), name="notice_recall_posting"),
            OpenRows(fields=("id",), name="notice_recall_open", condition="state = 'waiting'"),
        )
