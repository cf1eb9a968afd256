"""What is said of accidents once they were reported."""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from bot.storage.columns import UtcDatetimeField


class AccidentFactRecord(Model):
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
