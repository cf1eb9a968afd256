"""Announcements, as they stand and as they were."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class NoticeRecord(Record):
    """state: a NoticeState. `draft` and `approval` are JSON of the values; `digest` is the draft's."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24, unique=True)
    author = fields.CharField(max_length=64)
    state = fields.CharField(max_length=8)
    version = fields.IntField()
    revision = fields.IntField()
    draft = fields.TextField()
    digest = fields.CharField(max_length=64)
    approval = fields.TextField(null=True)
    request = fields.CharField(max_length=24, default="")
    created_at = UtcDatetimeField()
    next_at = UtcDatetimeField(null=True)
    posted_at = UtcDatetimeField(null=True)
    corrects = fields.CharField(max_length=24, default="")

    class Meta:
        table = "notice"
        indexes = (
            Index(fields=("author", "id"), name="notice_author"),
            Index(fields=("state", "next_at"), name="notice_state"),
        )


class NoticeFileRecord(Record):
    """What goes along with a notice; its bytes are among the files."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    file = fields.CharField(max_length=64)

    class Meta:
        table = "notice_file"
        unique_together = (("number", "file"),)
        indexes = (Index(fields=("file",), name="notice_file_file"),)


class NoticeVersionRecord(Record):
    """What a notice said from `at` on; only ever appended to. links: "untried" until somebody looked at them."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    version = fields.IntField()
    draft = fields.TextField()
    by = fields.CharField(max_length=64)
    at = UtcDatetimeField()
    links = fields.CharField(max_length=8, default="")

    class Meta:
        table = "notice_version"
        unique_together = (("number", "version"),)
        indexes = (OpenRows(fields=("id",), name="notice_version_untried", condition="links = 'untried'"),)
