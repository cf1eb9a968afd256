"""Rooms that the bot does not know yet, or not by all their ids: codes that pair two, and chats nobody registered."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class PairingCodeRecord(Record):
    """A code that was said in a room, as its digest. state: open, used, replaced."""

    id = fields.BigIntField(primary_key=True)
    digest = fields.CharField(max_length=64, unique=True)
    group_id = fields.CharField(max_length=64)
    asked_by = fields.CharField(max_length=64)
    closes_at = UtcDatetimeField()
    state = fields.CharField(max_length=8, default="open")

    class Meta:
        table = "pairing_code"
        indexes = (Index(fields=("group_id", "state"), name="pairing_code_group"),)


class WrongCodeRecord(Record):
    """Somebody typed a code that is none."""

    id = fields.BigIntField(primary_key=True)
    user = fields.CharField(max_length=64)
    at = UtcDatetimeField()

    class Meta:
        table = "wrong_code"
        indexes = (Index(fields=("user", "at"), name="wrong_code_user"),)


class UnknownChatRecord(Record):
    """A chat in which the AI bot was addressed and that is no group of the registry, when it was told so."""

    chat = fields.CharField(max_length=128, primary_key=True)
    first_user = fields.CharField(max_length=64)
    hinted_at = UtcDatetimeField()

    class Meta:
        table = "unknown_chat"
