"""What the administrator looks after: backups."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class BackupRecord(Record):
    """A backup that is wanted, was made, failed, or is gone again. state: a BackupState."""

    number = fields.CharField(max_length=32, primary_key=True)
    state = fields.CharField(max_length=8)
    wanted_at = UtcDatetimeField()
    wanted_by = fields.CharField(max_length=128, null=True)
    rehearse = fields.BooleanField(default=False)
    file = fields.CharField(max_length=80, default="")
    taken_at = UtcDatetimeField(null=True)
    rows = fields.BigIntField(default=0)
    size = fields.BigIntField(default=0)
    copied = fields.BooleanField(null=True)
    restored_at = UtcDatetimeField(null=True)
    problem = fields.CharField(max_length=200, default="")
    told = fields.BooleanField(default=False)

    class Meta:
        table = "backup"
        indexes = (Index(fields=("state",), name="backup_state"),)
