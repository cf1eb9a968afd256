"""What a conversation remembers: cards people hold, questions that wait for an answer, and refusals."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class CardRecord(Record):
    """A card that somebody holds: what it stands for, and whether it can still be pressed."""

    task_id = fields.CharField(max_length=128, primary_key=True)
    topic = fields.CharField(max_length=32)
    subject = fields.CharField(max_length=64)
    holder = fields.CharField(max_length=64)

    class Meta:
        table = "card"


class ConfirmationRecord(Record):
    """A command that waits for its asker's yes. state: open, done, dropped."""

    id = fields.BigIntField(primary_key=True)
    asker = fields.CharField(max_length=64)
    chat = fields.CharField(max_length=128, null=True)
    line = fields.TextField()
    asked_at = UtcDatetimeField()
    closes_at = UtcDatetimeField()
    quote = fields.TextField(null=True)
    state = fields.CharField(max_length=8, default="open")

    class Meta:
        table = "confirmation"
        indexes = (Index(fields=("asker", "state"), name="confirmation_asker"),)


class DialogueRecord(Record):
    """A question that waits for its asker's answer. state: open, answered, dropped, lapsed; chat: "" in private."""

    id = fields.BigIntField(primary_key=True)
    asker = fields.CharField(max_length=64)
    via = fields.CharField(max_length=8)
    chat = fields.CharField(max_length=128)
    line = fields.TextField()
    question = fields.TextField()
    typed = fields.TextField(default="")
    options: fields.JSONField[list[list[str]]] = fields.JSONField(default=list)
    guessed = fields.BooleanField(default=False)
    quote = fields.TextField(null=True)
    asked_at = UtcDatetimeField()
    closes_at = UtcDatetimeField()
    state = fields.CharField(max_length=8, default="open")

    class Meta:
        table = "dialogue"
        indexes = (OpenRows(fields=("asker", "id"), name="dialogue_open", condition="state = 'open'"),)


class RefusalRecord(Record):
    """What somebody was refused, and by which rule; nothing of what he typed. chat: null in private."""

    id = fields.BigIntField(primary_key=True)
    at = UtcDatetimeField()
    user_id = fields.CharField(max_length=64)
    command = fields.CharField(max_length=64)
    code = fields.CharField(max_length=32)
    chat = fields.CharField(max_length=128, null=True)

    class Meta:
        table = "refusal"
        indexes = (Index(fields=("user_id", "at"), name="refusal_user"),)
