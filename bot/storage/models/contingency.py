"""Plans for emergencies, their files, and who has read which."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class ContingencyRecord(Record):
    """`plan`: the value as JSON; the other columns are what it is looked for by, out of it."""

    number = fields.CharField(max_length=24, primary_key=True)
    state = fields.CharField(max_length=8)
    author = fields.CharField(max_length=64)
    written_at = UtcDatetimeField()
    version = fields.IntField()
    plan = fields.TextField()

    class Meta:
        table = "contingency_plan"
        indexes = (Index(fields=("state",), name="contingency_plan_state"),)


class ContingencyFileRecord(Record):
    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    file = fields.CharField(max_length=64)
    name = fields.CharField(max_length=64)

    class Meta:
        table = "contingency_file"
        unique_together = (("number", "file"),)


class ContingencyReadingRecord(Record):
    """Somebody pressed that he has read it."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    user = fields.CharField(max_length=64)
    at = UtcDatetimeField()

    class Meta:
        table = "contingency_reading"
        unique_together = (("number", "user"),)
        indexes = (Index(fields=("user",), name="contingency_reading_of"),)
