"""Leaves that people asked for, and the entries of their ledgers."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class LeaveRecord(Record):
    """A leave in its state. `shape` and `period`: what was asked for, a Span, a TimeSpan or a Daily as JSON.

    `due_at`: when time moves it on, None where nothing more comes of that. `reason` is sealed.
    """

    number = fields.CharField(max_length=24, primary_key=True)
    user = fields.CharField(max_length=64)
    type = fields.CharField(max_length=32)
    shape = fields.CharField(max_length=8)
    period = fields.TextField()
    amount = fields.DecimalField(max_digits=10, decimal_places=2)
    unused = fields.DecimalField(max_digits=10, decimal_places=2)
    begins = UtcDatetimeField()
    ends = UtcDatetimeField()
    submitted_at = UtcDatetimeField()
    due_at = UtcDatetimeField(null=True)
    state = fields.CharField(max_length=8)
    retro = fields.BooleanField()
    provisional = fields.BooleanField()
    continues = fields.CharField(max_length=24, null=True)
    replaces = fields.CharField(max_length=24, null=True)
    returned_on = fields.DateField(null=True)
    version = fields.IntField()
    reason = fields.TextField()

    class Meta:
        table = "leave"
        indexes = (
            OpenRows(fields=("due_at",), name="leave_due", condition="due_at IS NOT NULL"),
            Index(fields=("user", "begins"), name="leave_user"),
            Index(fields=("begins",), name="leave_begins"),
            Index(fields=("ends",), name="leave_ends"),
        )


class LeaveEntryRecord(Record):
    """One line of somebody's ledger; never changed. `on_day`, `until_day`: see Entry."""

    id = fields.BigIntField(primary_key=True)
    user = fields.CharField(max_length=64)
    kind = fields.CharField(max_length=8)
    type = fields.CharField(max_length=32)
    year = fields.IntField()
    amount = fields.DecimalField(max_digits=10, decimal_places=2)
    on_day = fields.DateField()
    lot = fields.CharField(max_length=96)
    cause = fields.CharField(max_length=96)
    rule = fields.TextField()
    until_day = fields.DateField(null=True)
    written_at = UtcDatetimeField()

    class Meta:
        table = "leave_entry"
        indexes = (Index(fields=("user", "id"), name="leave_entry_user"),)
