"""Reports of violations: what was told, who told it, a log that only grows, and what goes along as evidence."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class ReportRecord(Record):
    """`told`: the value as JSON, under seal: of whom somebody tells something is nobody's to read in a copy."""

    number = fields.CharField(max_length=24, primary_key=True)
    is_open = fields.BooleanField()
    version = fields.IntField()
    told = fields.TextField()

    class Meta:
        table = "report"
        indexes = (OpenRows(fields=("number",), name="report_open", condition="is_open"),)


class ReportTellerRecord(Record):
    """Who told it: `blind` finds his own again; `sealed` says who he is, and is empty once the link is cut."""

    number = fields.CharField(max_length=24, primary_key=True)
    blind = fields.CharField(max_length=64)
    sealed = fields.TextField()
    at = UtcDatetimeField()

    class Meta:
        table = "report_teller"
        indexes = (Index(fields=("blind", "at"), name="report_teller_blind"),)


class ReportLineRecord(Record):
    """A line of a report's log; only ever appended to. kind: Told; by: empty of who told it; `text` is sealed."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    at = UtcDatetimeField()
    by = fields.CharField(max_length=128)
    kind = fields.CharField(max_length=16)
    text = fields.TextField()

    class Meta:
        table = "report_line"
        indexes = (Index(fields=("number", "id"), name="report_line_number"),)


class ReportFileRecord(Record):
    """A picture or a file that goes along; what is in it lies among the files, under seal. `name` is sealed."""

    id = fields.BigIntField(primary_key=True)
    number = fields.CharField(max_length=24)
    file = fields.CharField(max_length=64)
    name = fields.TextField()
    at = UtcDatetimeField()

    class Meta:
        table = "report_file"
        indexes = (
            Index(fields=("number", "id"), name="report_file_number"),
            Index(fields=("file",), name="report_file_file"),
        )
