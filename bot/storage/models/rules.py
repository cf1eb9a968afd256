"""The rules of groups in all their versions, and what people said to them."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class RulesRecord(Record):
    """A version of a group's rules. `entered_to`: its members up to this one are entered as people to ask, in their
    order; null: all that are to be."""

    id = fields.BigIntField(primary_key=True)
    group_id = fields.CharField(max_length=64)
    number = fields.IntField()
    text = fields.TextField()
    since = UtcDatetimeField()
    entered_to = fields.CharField(max_length=64, null=True)

    class Meta:
        table = "group_rules"
        unique_together = (("group_id", "number"),)
        indexes = (OpenRows(fields=("id",), name="group_rules_to_enter", condition="entered_to IS NOT NULL"),)


class ConsentRecord(Record):
    """What somebody said to a version. state: a ConsentState.

    `ask_at`: not to be asked before. `newcomer`: was to be asked because he had just come in. `card`: asked by it.
    """

    id = fields.BigIntField(primary_key=True)
    user = fields.CharField(max_length=64)
    group_id = fields.CharField(max_length=64)
    number = fields.IntField()
    state = fields.CharField(max_length=8)
    ask_at = UtcDatetimeField(null=True)
    newcomer = fields.BooleanField(default=False)
    card = fields.CharField(max_length=128, null=True)
    asked_at = UtcDatetimeField(null=True)
    deemed_at = UtcDatetimeField(null=True)
    agreed_at = UtcDatetimeField(null=True)
    refused_at = UtcDatetimeField(null=True)
    way = fields.CharField(max_length=8, null=True)

    class Meta:
        table = "rules_consent"
        unique_together = (("user", "group_id", "number"),)
        indexes = (
            OpenRows(fields=("ask_at", "user"), name="rules_consent_to_ask", condition="state = '待询问'"),
            OpenRows(fields=("asked_at",), name="rules_consent_asked", condition="state = '还没表态'"),
            Index(fields=("group_id", "number"), name="rules_consent_group"),
            Index(fields=("card",), name="rules_consent_card"),
        )
