"""Versions of policies."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class PolicyReleaseRecord(Record):
    """`text`: JSON of the articles, `about` of the text as a whole; `discussed`, `consulted`, `publicised`: when, and
    null where it wasn't done."""

    number = fields.CharField(max_length=24, primary_key=True)
    policy = fields.CharField(max_length=255)
    title = fields.CharField(max_length=255)
    version = fields.CharField(max_length=32)
    digest = fields.CharField(max_length=64)
    about = fields.TextField()
    text = fields.TextField()
    discussed = fields.DateField(null=True)
    consulted = fields.DateField(null=True)
    publicised = fields.DateField(null=True)
    notice = fields.CharField(max_length=24)
    by = fields.CharField(max_length=64)
    at = UtcDatetimeField()

    class Meta:
        table = "policy_release"
        indexes = (Index(fields=("policy", "number"), name="policy_release_policy"),)
