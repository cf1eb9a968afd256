"""Tags that the bot keeps in WeCom, and who bears them."""

from tortoise import fields
from tortoise.indexes import Index

from bot.storage.engine.columns import UtcDatetimeField
from bot.storage.engine.record import Record


class WorkTagRecord(Record):
    """`key` is the name as names are compared; `wecom` is WeCom's id of it, once there is one."""

    number = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=32)
    key = fields.CharField(max_length=32, unique=True)
    by_rule = fields.BooleanField()
    state = fields.CharField(max_length=16)
    trouble = fields.CharField(max_length=16)
    wecom = fields.BigIntField(null=True)
    asked = fields.CharField(max_length=16, default="")
    agreed = fields.CharField(max_length=16, default="")
    told = fields.CharField(max_length=16, default="")

    class Meta:
        table = "work_tag"


class TagBearerRecord(Record):
    """`wanted`: he is to bear it; else it is to be taken from him in WeCom, after which the row goes."""

    id = fields.BigIntField(primary_key=True)
    tag = fields.BigIntField()
    user = fields.CharField(max_length=64)
    wanted = fields.BooleanField()
    by = fields.CharField(max_length=64)
    at = UtcDatetimeField()

    class Meta:
        table = "tag_bearer"
        unique_together = (("tag", "user"),)
        indexes = (Index(fields=("user",), name="tag_bearer_user"),)
