"""Lists of who is in which group, as they were read or handed in, and what was doubtful about them."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import OpenRows, UtcDatetimeField
from bot.storage.engine.record import Record


class RosterRecord(Record):
    """The last list of a group. `at` is NULL while there never was one; `told_by`: whose list it is, NULL for WeCom's.

    `is_new`: nobody has compared it yet. `wanted`: WeCom is to be asked. `to_look`: doubts are to be looked for;
    `looked_at`: that was done before. `wishes`: who waits to hear of it.
    """

    group_id = fields.CharField(max_length=64, primary_key=True)
    at = UtcDatetimeField(null=True)
    told_by = fields.CharField(max_length=64, null=True)
    members: fields.JSONField[list[str]] = fields.JSONField(default=list)
    maybe: fields.JSONField[list[str]] = fields.JSONField(default=list)
    guests: fields.JSONField[list[str] | None] = fields.JSONField(null=True)
    owner = fields.CharField(max_length=64, null=True)
    name = fields.CharField(max_length=128, null=True)
    is_new = fields.BooleanField(default=False)
    refused = fields.CharField(max_length=200, default="")
    wanted = fields.BooleanField(default=False)
    to_look = fields.BooleanField(default=False)
    looked_at = fields.BooleanField(default=False)
    wishes: fields.JSONField[list[str]] = fields.JSONField(default=list)

    class Meta:
        table = "roster"
        indexes = (
            OpenRows(fields=("group_id",), name="roster_wanted", condition="wanted"),
            OpenRows(fields=("group_id",), name="roster_to_look", condition="to_look"),
        )


class GroupDoubtRecord(Record):
    """Something doubtful about a group; it goes when it is settled. kind: a DoubtKind. `told`: its keepers know."""

    id = fields.BigIntField(primary_key=True)
    group_id = fields.CharField(max_length=64)
    kind = fields.CharField(max_length=16)
    user = fields.CharField(max_length=64, default="")
    guest = fields.CharField(max_length=64, default="")
    told = fields.BooleanField(default=False)
    found_at = UtcDatetimeField()

    class Meta:
        table = "group_doubt"
        indexes = (Index(fields=("group_id",), name="group_doubt_group"),)
