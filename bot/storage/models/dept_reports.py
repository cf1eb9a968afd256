"""What departments have reported of their safety."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.record import Record


class DeptReportRecord(Record):
    """`report`: the value as JSON; the other columns are what it is looked for by, out of it."""

    number = fields.CharField(max_length=24, primary_key=True)
    department = fields.CharField(max_length=255)
    first_day = fields.DateField()
    last_day = fields.DateField()
    version = fields.IntField()
    report = fields.TextField()

    class Meta:
        table = "dept_report"
        unique_together = (("department", "first_day", "last_day"),)
        indexes = (Index(fields=("first_day", "last_day"), name="dept_report_days"),)
