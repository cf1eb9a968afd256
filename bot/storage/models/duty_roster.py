"""Who is on duty for what."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.record import Record


class DutyTurnRecord(Record):
    """`post`: a Post. Several may have a post on one day."""

    id = fields.BigIntField(primary_key=True)
    post = fields.CharField(max_length=16)
    day = fields.DateField()
    user = fields.CharField(max_length=128)

    class Meta:
        table = "duty_turn"
        unique_together = (("day", "post", "user"),)
        indexes = (Index(fields=("user", "id"), name="duty_turn_user"),)
