"""What departments tell each week, and what a month's publishing is about."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.record import Record


class DeptNewsRecord(Record):
    """`news`: the value as JSON; the other columns are what it is looked for by, out of it."""

    id = fields.BigIntField(primary_key=True)
    department = fields.CharField(max_length=255)
    week = fields.DateField()
    version = fields.IntField()
    news = fields.TextField()

    class Meta:
        table = "dept_news"
        unique_together = (("department", "week"),)
        indexes = (Index(fields=("week",), name="dept_news_week"),)


class FocusRecord(Record):
    """`focus`: the value as JSON."""

    month = fields.DateField(primary_key=True)
    focus = fields.TextField()

    class Meta:
        table = "publishing_focus"
