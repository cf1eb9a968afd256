"""What is said of accidents once they were reported, and the pictures that go with them."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class AccidentFactRecord(Record):
    """A statement; only ever appended to. topic: a statements.Topic."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=64)
    topic = fields.CharField(max_length=8)
    value = fields.TextField()
    old = fields.TextField()
    why = fields.TextField()
    agreed_by = fields.CharField(max_length=64, null=True)

    class Meta:
        table = "accident_fact"
        indexes = (Index(fields=("number",), name="accident_fact_number"),)


class AccidentPhotoRecord(Record):
    """A picture of an accident; its bytes are among the files. by: empty for who wants not to be named."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    file = fields.CharField(max_length=64)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=128)

    class Meta:
        table = "accident_photo"
        unique_together = (("number", "file"),)
        indexes = (Index(fields=("file",), name="accident_photo_file"),)
