"""What was changed of the configuration in chat, and how far the first set-up is."""

from typing import Any

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class SettingChangeRecord(Record):
    """One change; never changed itself, a later row of the same key takes its place.

    `value` and `before`: {"is": value}, or {} for what the file says.
    """

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=32, unique=True)
    key = fields.CharField(max_length=100)
    value: fields.JSONField[dict[str, Any]] = fields.JSONField()
    before: fields.JSONField[dict[str, Any]] = fields.JSONField()
    changed_by = fields.CharField(max_length=128)
    approved_by = fields.CharField(max_length=128, null=True)
    undoes = fields.CharField(max_length=32, default="")
    changed_at = UtcDatetimeField()

    class Meta:
        table = "setting_change"
        indexes = (Index(fields=("key",), name="setting_change_key"),)


class SetupStepRecord(Record):
    """How a step stands. state: a StepState."""

    step = fields.CharField(max_length=16, primary_key=True)
    state = fields.CharField(max_length=8)
    set_by = fields.CharField(max_length=128)
    set_at = UtcDatetimeField()

    class Meta:
        table = "setup_step"
