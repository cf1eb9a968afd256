"""What is written down about ledgers of leave, and overtime that was asked for."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class LeavePaperRecord(Record):
    """A Paper; `text` is sealed."""

    number = fields.CharField(max_length=24, primary_key=True)
    kind = fields.CharField(max_length=8)
    user = fields.CharField(max_length=64)
    type = fields.CharField(max_length=32)
    year = fields.IntField()
    amount = fields.DecimalField(max_digits=10, decimal_places=2)
    text = fields.TextField()
    written_by = fields.CharField(max_length=64)
    on_day = fields.DateField()
    state = fields.CharField(max_length=8)

    class Meta:
        table = "leave_paper"
        indexes = (Index(fields=("kind", "year"), name="leave_paper_year"),)


class OvertimeRecord(Record):
    """An Overtime. `due_at`: when its hours are worked and nobody has credited them yet."""

    number = fields.CharField(max_length=24, primary_key=True)
    user = fields.CharField(max_length=64)
    day = fields.DateField()
    begins = UtcDatetimeField(null=True)
    ends = UtcDatetimeField(null=True)
    hours = fields.DecimalField(max_digits=6, decimal_places=2)
    pay = fields.CharField(max_length=8)
    state = fields.CharField(max_length=8)
    due_at = UtcDatetimeField(null=True)

    class Meta:
        table = "overtime"
        indexes = (
            OpenRows(fields=("due_at",), name="overtime_due", condition="due_at IS NOT NULL"),
            Index(fields=("user", "day"), name="overtime_user"),
        )
