"""Plans of inspections, and the rounds themselves."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class InspectionPlanRecord(Record):
    """`plan`: the value as JSON."""

    number = fields.CharField(max_length=24, primary_key=True)
    stopped = fields.BooleanField()
    plan = fields.TextField()

    class Meta:
        table = "inspection_plan"


class InspectionRoundRecord(Record):
    """`round`: the value as JSON; the other columns are what it is looked for by, out of it."""

    number = fields.CharField(max_length=24, primary_key=True)
    plan = fields.CharField(max_length=64)
    inspector = fields.CharField(max_length=64)
    opened_at = UtcDatetimeField()
    done_at = UtcDatetimeField(null=True)
    version = fields.IntField()
    round = fields.TextField()

    class Meta:
        table = "inspection_round"
        indexes = (
            Index(fields=("opened_at",), name="inspection_round_opened"),
            Index(fields=("plan", "opened_at"), name="inspection_round_plan"),
            Index(fields=("inspector", "opened_at"), name="inspection_round_inspector"),
        )
