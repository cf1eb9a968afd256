"""The years that were taken on, and the company's own days."""

from tortoise import fields

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class CalendarYearRecord(Record):
    """A year's holidays as they were taken on; never changed, a later row of the same year takes its place.

    `off` and `work` map a day to its holiday. `cause`: the request that two people agreed on.
    """

    id = fields.BigIntField(primary_key=True)
    year = fields.IntField()
    papers: fields.JSONField[list[str]] = fields.JSONField()
    off: fields.JSONField[dict[str, str]] = fields.JSONField()
    work: fields.JSONField[dict[str, str]] = fields.JSONField()
    cause = fields.CharField(max_length=24)
    written_by = fields.CharField(max_length=64)
    written_at = UtcDatetimeField()

    class Meta:
        table = "calendar_year"


class OwnDayRecord(Record):
    """What the company said of a day; never changed, a later row of the same day takes its place. own: an Own."""

    id = fields.BigIntField(primary_key=True)
    on_day = fields.DateField()
    own = fields.CharField(max_length=8)
    name = fields.CharField(max_length=32)
    written_by = fields.CharField(max_length=64)
    written_at = UtcDatetimeField()

    class Meta:
        table = "own_day"
