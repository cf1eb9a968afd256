"""Who is called about an accident."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class CallTurnRecord(Record):
    """Somebody's turn in a round of an accident's tree (`Turn`)."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    round = fields.IntField()
    position = fields.IntField()
    user = fields.CharField(max_length=64)
    told_at = UtcDatetimeField(null=True)
    phone = fields.CharField(max_length=16, null=True)
    call_id = fields.CharField(max_length=128, default="")
    rang_at = UtcDatetimeField(null=True)

    class Meta:
        table = "call_turn"
        unique_together = (("number", "round", "position"),)
        indexes = (
            Index(fields=("user", "rang_at"), name="call_turn_rang"),
            Index(fields=("phone", "rang_at"), name="call_turn_phone"),
        )
